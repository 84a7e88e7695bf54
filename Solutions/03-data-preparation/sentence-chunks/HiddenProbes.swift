// What only the judge asks.

let probes = Probes {
  Probe("no sentences, and a single one", points: 1) {
    [chunks(of: [], size: 5, overlap: 2), chunks(of: ["aaa"], size: 5, overlap: 2)]
  }
  Probe("never the whole chunk again", points: 1) {
    chunks(of: ["a", "b", "cccc", "d", "e"], size: 4, overlap: 4)
  }
  Probe("characters are counted, not bytes", points: 1) {
    chunks(of: ["åø", "éé", "ab", "cd"], size: 4, overlap: 2)
  }
  Probe("long random texts", points: 1) { random in
    chunks(
      of: (0..<120).map { _ in String(repeating: "x", count: random.integer(in: 1...40)) }, size: 60, overlap: 25)
  }
}
