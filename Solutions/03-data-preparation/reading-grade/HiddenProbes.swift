// What only the judge asks.

let probes = Probes {
  Probe("capitals, apostrophes, and words without a vowel", points: 2) {
    ["FARE", "Table", "hmm", "isle", "ale", "le", "e", "eye", "owe"].map(syllables)
  }
  Probe("apostrophes and numbers alone are no words", points: 1, tolerance: .absolute(1e-6)) {
    [grade("'' 12 34."), grade("At 9. At 10. 11."), grade("no sign at the end")]
  }
  Probe("long random texts", points: 1, tolerance: .absolute(1e-6)) { random in
    (0..<20).map { _ in
      (0..<60).map { _ in
        random.pick(["able", "tree", "o'clock", "yes", "rule", "see", "1"]) + random.pick([" ", ". ", "; ", " -- "])
      }.joined()
    }.map(grade)
  }
}
