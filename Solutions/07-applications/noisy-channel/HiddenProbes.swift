// What only the judge asks.

let probes = Probes {
  Probe("no word is left", points: 1) { posterior(of: "zzzz", prior: ["ten": 0.5, "boat": 0.5], rates: slips) }
  Probe("other random words", points: 2, tolerance: .absolute(1e-9)) { random in
    (0..<8).map { _ in
      var prior: [String: Double] = [:]
      for _ in 0..<60 { prior[word(random)] = Double(random.uniform(in: 0.01...1)) }
      return posterior(of: word(random), prior: prior, rates: slips)
    }
  }
  Probe("random slips", points: 1) { random in
    (0..<60).map { _ in slip(from: word(random), to: word(random)) ?? "more than one" }
  }
}

let slips = ["substituted": 0.02, "omitted": 0.015, "inserted": 0.005, "swapped": 0.03]

/// Three or four of four letters: many words are near each other.
func word(_ random: ProbeRandom) -> String {
  random.integers(random.integer(in: 3...4), in: 0...3).map { ["a", "e", "n", "t"][$0] }.joined()
}
