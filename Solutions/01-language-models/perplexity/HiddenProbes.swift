// What only the judge asks.

let probes = Probes {
  Probe("texts with nothing to predict", points: 1) {
    [perplexity(of: [], predictions: []), perplexity(of: [1], predictions: [[0.25, 0.75]])]
  }
  Probe("a model that is always right", points: 1) {
    perplexity(of: [0, 1, 0, 1], predictions: [[0, 1], [1, 0], [0, 1], [1, 0]])
  }
  Probe("one prediction", points: 2) {
    [0.125, 0.5, 0.01].map { perplexity(of: [1, 0], predictions: [[$0, 1 - $0], [0.5, 0.5]]) }
  }
  Probe("long random texts of a large vocabulary", points: 3) { random in
    let tokens = random.integers(600, in: 0...49)
    return perplexity(
      of: tokens,
      predictions: tokens.map { _ in
        let shares = (0..<50).map { _ in random.uniform(in: 0.01...1) }
        let sum = shares.reduce(0, +)
        return shares.map { $0 / sum }
      })
  }
}
