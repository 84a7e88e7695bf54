// What only the judge asks.

let probes = Probes {
  Probe("no token is possible", points: 1) {
    beamSearch([[1, 0], [0, 0]], from: 1, end: 0, width: 2, longest: 3)
  }
  Probe("larger random tables", points: 2) { random in
    (0..<10).map { _ in
      beamSearch(table(random, tokens: 9), from: 3, end: 0, width: random.integer(in: 2...6), longest: 7)
    }
  }
}

/// Random rows, with few likely tokens each.
func table(_ random: ProbeRandom, tokens: Int) -> [[Double]] {
  (0..<tokens).map { _ in
    let weights = (0..<tokens).map { _ in
      let value = Double(random.uniform(in: 0.02...1))
      return value * value * value
    }
    return weights.map { $0 / weights.reduce(0, +) }
  }
}
