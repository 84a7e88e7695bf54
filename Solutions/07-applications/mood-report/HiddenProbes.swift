// What only the judge asks.

let probes = Probes {
  Probe("random letters", points: 2) { random in
    let labels = ["negative", "neutral", "positive", "mixed"]
    let truth = (0..<60).map { _ in random.pick(labels) }
    return confusion(truth: truth, given: truth.map { _ in random.pick(labels) }, labels: labels)
  }
  Probe("random matrices", points: 2, tolerance: .absolute(1e-9)) { random in
    (0..<6).flatMap { _ in
      let matrix = (0..<3).map { _ in random.integers(3, in: 0...9) }
      return scores(matrix).flatMap { $0 } + [macroF1(matrix), commonest(matrix)]
    }
  }
}
