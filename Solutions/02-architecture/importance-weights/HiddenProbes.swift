// What only the judge asks.

let probes = Probes {
  Probe("weights of nothing are worth nothing", points: 2) {
    [weightedAccuracy(isRight: [true, true], weights: [0, 0]), effectiveCount([0, 0, 0]), effectiveCount([])]
  }
  Probe("a random classifier, weighted", points: 2) { random in
    weightedAccuracy(
      isRight: random.integers(30, in: 0...1).map { $0 == 1 }, weights: random.normal(30).map { abs($0) })
  }
  Probe("a random effective count", points: 2) { random in
    effectiveCount(random.normal(25).map { abs($0) })
  }
  Probe("random probabilities and a target twice as large", points: 1) { random in
    importanceWeights(
      random.normal(15).map { 1 / (1 + abs($0)) }, sourceCount: 40, targetCount: 80, limit: 3)
  }
}
