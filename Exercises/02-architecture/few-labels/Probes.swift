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
