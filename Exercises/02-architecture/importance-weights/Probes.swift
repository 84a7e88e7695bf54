// What a learner's weights are asked.

let probes = Probes {
  Probe("the example of the task", points: 2) {
    importanceWeights([0.5, 0.8, 0.2], sourceCount: 100, targetCount: 100, limit: 10)
  }
  Probe("domains of unequal size", points: 2) {
    importanceWeights([0.5, 0.9, 0.1], sourceCount: 300, targetCount: 100, limit: 100)
  }
  Probe("no weight is above the limit", points: 2) {
    importanceWeights([0.99, 1, 0, 0.6], sourceCount: 50, targetCount: 100, limit: 5)
  }
  Probe("right answers count by their weights", points: 2) {
    weightedAccuracy(isRight: [false, true, false], weights: [1, 4, 0.25])
  }
  Probe("equal weights are worth as many texts as there are", points: 1) {
    [effectiveCount([1, 1, 1, 1]), effectiveCount([7, 7]), effectiveCount([1, 4, 0.25])]
  }
  Probe("random probabilities", points: 2) { random in
    let p = random.normal(20).map { 1 / (1 + abs($0)) }
    return importanceWeights(p, sourceCount: 120, targetCount: 80, limit: 6)
  }
}
