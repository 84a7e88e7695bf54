// What only the judge asks: short texts, large vocabularies, and long texts that cannot be written down beforehand.

let probes = Probes {
  Probe("texts too short for a pair", points: 2) {
    [
      bigramProbabilities(of: [], vocabularySize: 3, smoothing: 0),
      bigramProbabilities(of: [2], vocabularySize: 3, smoothing: 0.5),
    ]
  }
  Probe("a token that follows only itself", points: 1) {
    bigramProbabilities(of: [1, 1, 1, 1], vocabularySize: 3, smoothing: 0)
  }
  Probe("long random texts without smoothing", points: 2) { random in
    bigramProbabilities(of: random.integers(3000, in: 0...9), vocabularySize: 10, smoothing: 0)
  }
  Probe("a vocabulary much larger than the text", points: 2) { random in
    bigramProbabilities(of: random.integers(30, in: 0...39), vocabularySize: 40, smoothing: 0.01)
  }
}
