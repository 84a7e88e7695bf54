// What a learner's bigram model is asked.

let probes = Probes {
  Probe("the text of the task, counted", points: 2) {
    bigramProbabilities(of: [0, 1, 0, 1, 0, 0], vocabularySize: 2, smoothing: 0)
  }
  Probe("the text of the task, smoothed", points: 2) {
    bigramProbabilities(of: [0, 1, 0, 1, 0, 0], vocabularySize: 2, smoothing: 1)
  }
  Probe("a token that nothing follows gives all tokens the same", points: 1) {
    bigramProbabilities(of: [0, 0, 1, 0, 2, 0, 3], vocabularySize: 4, smoothing: 0)
  }
  Probe("a little smoothing leaves nothing impossible", points: 1) {
    bigramProbabilities(of: [2, 0, 1, 2, 2, 0], vocabularySize: 4, smoothing: 0.1)
  }
  Probe("random texts", points: 2) { random in
    bigramProbabilities(
      of: random.integers(60, in: 0...4), vocabularySize: 6, smoothing: random.uniform(in: 0.1...2))
  }
}
