// What a learner's interpolation is asked.

let probes = Probes {
  Probe("no context: single tokens", points: 2) {
    nextTokenProbabilities(after: [], in: [0, 1, 0, 1, 2], vocabularySize: 3, trust: 1)
  }
  Probe("one token of context", points: 2) {
    nextTokenProbabilities(after: [1], in: [0, 1, 0, 1, 2], vocabularySize: 3, trust: 1)
  }
  Probe("two tokens of context", points: 2) {
    nextTokenProbabilities(after: [0, 1], in: [0, 1, 0, 1, 2], vocabularySize: 3, trust: 1)
  }
  Probe("a context that was never seen says what the shorter one says", points: 2) {
    nextTokenProbabilities(after: [2, 1], in: [0, 1, 0, 1, 2], vocabularySize: 3, trust: 2)
  }
  Probe("random texts", points: 2) { random in
    let text = random.integers(80, in: 0...4)
    return nextTokenProbabilities(
      after: [text[10], text[11]], in: text, vocabularySize: 5, trust: random.uniform(in: 0.2...3))
  }
}
