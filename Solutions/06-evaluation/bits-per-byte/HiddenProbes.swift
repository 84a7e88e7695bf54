// What only the judge asks.

let probes = Probes {
  Probe("random texts", points: 3, tolerance: .relative(1e-6)) { random in
    (0..<5).flatMap { _ in
      let words = (0..<random.integer(in: 1...8)).map { _ in random.pick(["Birk", "fähre", "um", "sieben", "€", "ab"]) }
      let logarithms = (0..<random.integer(in: 1...12)).map { _ in Double(random.uniform(in: -4...0)) }
      return figures(logarithms, of: words.joined(separator: random.pick([" ", "\n", "  "])))
    }
  }
  Probe("a long text, and a context of two", points: 2) {
    [windows(33, context: 16), windows(6, context: 2), windows(1000, context: 256)]
  }
}
