// What a learner's classifier is asked. Its answers are judged by labels that it never gets.

let probes = Probes {
  Probe("the example of the task", points: 1) {
    try classify(
      Tensor([[9, 1.2], [0, -0.8]]), vectors: Tensor([[0, 1], [0, -1], [9, 1], [9, -1]]), labels: [0, 1, 0, 1],
      classes: 2)
  }
  Probe("classes that lie far apart are told apart", points: 2) {
    try classify(
      Tensor([[10, 0.5], [-9, 9.5], [-10, -9]]),
      vectors: Tensor([[9, 0], [11, 1], [-9, 9], [-11, 11], [-9, -9], [-10, -11]]), labels: [0, 0, 1, 1, 2, 2],
      classes: 3)
  }
  Probe("labels may stand in any order", points: 1) {
    try classify(
      Tensor([[0, 7], [7, 0]]), vectors: Tensor([[6, 0], [0, 6], [8, 1], [1, 8]]), labels: [1, 0, 1, 0], classes: 2)
  }
  Probe("every new text gets one of the classes", points: 2) {
    try answers(FrozenVectors(seed: 3, labelled: 40))
  } accept: { answers in
    answers.count == 300 && answers.allSatisfy { (0..<3).contains($0) }
  }
  Probe("forty labels give 85 % on new texts", points: 4) {
    try answers(FrozenVectors(seed: 3, labelled: 40))
  } accept: { answers in
    FrozenVectors(seed: 3, labelled: 40).share(ofRight: answers) >= 0.85
  }
  Probe("and so they do with other directions", points: 3) {
    try answers(FrozenVectors(seed: 4, labelled: 40))
  } accept: { answers in
    FrozenVectors(seed: 4, labelled: 40).share(ofRight: answers) >= 0.85
  }
}

/// Vectors in which the topic makes a large difference, and the mood a small one, each in directions of its own.
struct FrozenVectors {
  var vectors, new: Tensor
  var labels, newLabels: [Int]

  /// - Parameter spread: how much larger than the mood's the topics' differences are.
  init(seed: Int, labelled: Int, classes: Int = 3, channels: Int = 24, spread: Float = 4) {
    var random = SeededRandom(seed: seed)
    let (moods, topics, count) = (classes, 6, labelled + 300)
    let moodMeans = Tensor.randomNormal([moods, 4], using: &random) * 1.6
    let topicMeans = Tensor.randomNormal([topics, 6], using: &random) * spread
    // Places for moods, topics and chance, turned together so that no channel stands for one of them.
    let turn = Tensor.randomNormal([channels, channels], using: &random) / Float(channels).squareRoot()
    // Every class is there from the start.
    let mood = (0..<count).map { $0 < moods ? $0 : Int.random(in: 0..<moods, using: &random) }
    let topic = (0..<count).map { _ in Int.random(in: 0..<topics, using: &random) }
    let chance = Tensor.randomNormal([count, channels], using: &random) * 0.3
    let rest = Tensor.zeros(count, channels - 10)
    let all = (Tensor.concatenated([moodMeans[mood], topicMeans[topic], rest], axis: 1) + chance).matmul(turn)
    (vectors, new) = (all[0..<labelled], all[labelled..<count])
    (labels, newLabels) = (Array(mood.prefix(labelled)), Array(mood.dropFirst(labelled)))
  }

  func share(ofRight answers: [Int]) -> Float {
    guard answers.count == newLabels.count else { return 0 }
    return Float(zip(answers, newLabels).filter { $0 == $1 }.count) / Float(answers.count)
  }
}

func answers(_ data: FrozenVectors, classes: Int = 3) throws -> [Int] {
  try classify(data.new, vectors: data.vectors, labels: data.labels, classes: classes)
}
