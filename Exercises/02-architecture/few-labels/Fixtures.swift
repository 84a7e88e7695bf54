// What both files of probes share.

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
