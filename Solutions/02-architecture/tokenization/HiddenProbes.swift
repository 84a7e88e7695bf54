// What only the judge asks.

let probes = Probes {
  Probe("the empty word, and a single letter", points: 1) {
    [tokenize("", merges: [("a", "b")]), tokenize("a", merges: [("a", "b")])]
  }
  Probe("letters beyond ASCII are characters too", points: 1) {
    tokenize("måløy", merges: [("m", "å"), ("ø", "y"), ("l", "øy"), ("må", "løy")])
  }
  Probe("many merges on long random words", points: 3) { random in
    let letters = ["o", "n", "e", "s"]
    let merges = randomMerges(40, of: letters, random)
    return (0..<4).map { _ in tokenize(randomWord(80, of: letters, random), merges: merges) }
  }
}
