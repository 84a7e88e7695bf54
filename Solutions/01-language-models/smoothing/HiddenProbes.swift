// What only the judge asks.

let probes = Probes {
  Probe("of a long context the last two tokens matter", points: 2) {
    nextTokenProbabilities(after: [2, 2, 0, 3, 0], in: [3, 0, 1, 3, 0, 2, 3, 0, 1], vocabularySize: 4, trust: 0.5)
  }
  Probe("an empty text leaves the model that knows nothing", points: 1) {
    nextTokenProbabilities(after: [1, 0], in: [], vocabularySize: 4, trust: 1)
  }
  Probe("what stands at the end of the text has no follower", points: 2) {
    nextTokenProbabilities(after: [0, 2], in: [1, 0, 1, 0, 2], vocabularySize: 3, trust: 1)
  }
  Probe("long random texts, each length of context", points: 2) { random in
    let text = random.integers(400, in: 0...5)
    return [0, 1, 2, 3].map { length in
      nextTokenProbabilities(
        after: Array(text[20..<20 + length]), in: text, vocabularySize: 7, trust: random.uniform(in: 0.1...20))
    }
  }
}
