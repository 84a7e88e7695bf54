// What a learner's loss is asked.

let probes = Probes {
  Probe("the example of the task", points: 2) {
    maskedLoss(logits: [[1, 1], [2, 0], [5, 5]], targets: [1, 0, -100], ignoring: -100)
  }
  Probe("where nothing is ignored, everything counts", points: 1) {
    maskedLoss(logits: [[1, 2, 3], [3, 1, 0], [0, 0.5, 0]], targets: [2, 1, 0], ignoring: -100)
  }
  Probe("what is ignored changes nothing, whatever its logits", points: 2) {
    [[0, 0, 0], [9, -9, 4], [-50, 60, 70]].map { row in
      maskedLoss(logits: [row, [1, 0, 2], row, [0.5, 0, 0]], targets: [-1, 0, -1, 2], ignoring: -1)
    }
  }
  Probe("large logits stay finite", points: 2) {
    maskedLoss(logits: [[1000, 0], [0, 1000], [-1000, -1001]], targets: [0, 0, 1], ignoring: -100)
  }
  Probe("random batches", points: 2) { random in
    maskedLoss(
      logits: random.normal(12, 7).map { $0.map { $0 * 2 } },
      targets: random.shuffled(random.integers(8, in: 0...6) + [-100, -100, -100, -100]), ignoring: -100)
  }
}
