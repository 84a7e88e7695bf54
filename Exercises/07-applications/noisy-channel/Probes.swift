// What a learner's channel is asked.

let probes = Probes {
  Probe("the slips of the task", points: 2) {
    ["ten", "tan", "than", "an", "atn", "boat"].map { slip(from: $0, to: "tan") ?? "more than one" }
  }
  Probe("slips at both ends", points: 2) {
    [
      ("ferry", "erry"), ("ferry", "ferr"), ("ferry", "xferry"), ("ferry", "ferryy"), ("ferry", "gerry"),
      ("ferry", "efrry"), ("ferry", "feryr"),
    ].map { slip(from: $0.0, to: $0.1) ?? "more than one" }
  }
  Probe("what takes more than one", points: 2) {
    [("pier", "tear"), ("pier", "iper "), ("pier", ""), ("a", "bc"), ("pier", "reip"), ("abab", "baba"), ("", "a")]
      .map { slip(from: $0.0, to: $0.1) ?? "more than one" }
  }
  Probe("the example of the task", points: 2, tolerance: .absolute(1e-9)) {
    posterior(of: "tan", prior: ["ten": 0.6, "than": 0.3, "boat": 0.1], rates: slips)
  }
  Probe("a word that is itself what was typed", points: 2, tolerance: .absolute(1e-9)) {
    posterior(of: "tan", prior: ["ten": 0.9, "tan": 0.05, "an": 0.05], rates: slips)
  }
  Probe("random words", points: 2, tolerance: .absolute(1e-9), needs: ["the example of the task"]) { random in
    (0..<6).map { _ in
      let typed = word(random)
      var prior: [String: Double] = [typed: Double(random.uniform(in: 0.001...0.01))]
      for _ in 0..<40 { prior[word(random)] = Double(random.uniform(in: 0.01...1)) }
      return posterior(of: typed, prior: prior, rates: slips)
    }
  }
}

let slips = ["substituted": 0.01, "omitted": 0.02, "inserted": 0.01, "swapped": 0.01]

/// Three or four of four letters: many words are near each other.
func word(_ random: ProbeRandom) -> String {
  random.integers(random.integer(in: 3...4), in: 0...3).map { ["a", "e", "n", "t"][$0] }.joined()
}
