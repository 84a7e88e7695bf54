// What only the judge asks.

let probes = Probes {
  Probe("where everything is ignored, the loss is 0", points: 1) {
    [
      maskedLoss(logits: [[1, 2], [3, 4]], targets: [-100, -100], ignoring: -100),
      maskedLoss(logits: [], targets: [], ignoring: -100),
    ]
  }
  Probe("any token can be the one that is ignored", points: 2) {
    // Padding often has the token 0.
    maskedLoss(
      logits: [[1, 2, 0], [0.5, 1, 3], [2, 2, 1], [1, 0, 0]], targets: [1, 2, 0, 0], ignoring: 0)
  }
  Probe("only the last position counts", points: 1) {
    maskedLoss(logits: [[3, 1], [2, 5], [0.3, 0.1]], targets: [-100, -100, 1], ignoring: -100)
  }
  Probe("large random batches", points: 3) { random in
    let targets = (0..<200).map { _ in random.pick([-100, random.integer(in: 0...29)]) }
    return maskedLoss(
      logits: random.normal(200, 30).map { $0.map { $0 * 5 + 100 } }, targets: targets, ignoring: -100)
  }
}
