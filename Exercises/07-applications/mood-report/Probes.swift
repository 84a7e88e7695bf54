// What a learner's report is asked.

let probes = Probes {
  Probe("the six letters of the task", points: 3) {
    confusion(
      truth: ["glad", "glad", "glad", "calm", "angry", "angry"],
      given: ["glad", "glad", "calm", "calm", "angry", "glad"],
      labels: ["glad", "calm", "angry"])
  }
  Probe("another order of labels, and one that never occurs", points: 2) {
    confusion(truth: ["b", "a", "b"], given: ["a", "a", "b"], labels: ["b", "c", "a"])
  }
  Probe("precision, recall and F1 of the task", points: 3, tolerance: .absolute(1e-9)) { scores(six) }
  Probe("what nobody was called, and what nothing is", points: 2, tolerance: .absolute(1e-9)) {
    scores([[0, 4, 0], [0, 5, 0], [0, 0, 0]])
  }
  Probe("all labels count alike", points: 2, tolerance: .absolute(1e-9)) {
    [macroF1(six), macroF1([[90, 0], [10, 0]]), macroF1([])]
  }
  Probe("who reads nothing", points: 2, tolerance: .absolute(1e-9)) {
    [commonest(six), commonest([[1, 9], [2, 3]]), commonest([[0, 0], [0, 0]])]
  }
}

let six = [[2, 1, 0], [0, 1, 0], [1, 0, 1]]
