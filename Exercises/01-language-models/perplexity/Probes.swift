// What a learner's perplexity is asked.

let probes = Probes {
  Probe("the text of the task", points: 2) {
    perplexity(of: [2, 0, 1], predictions: [[0.5, 0.25, 0.25], [0.5, 0.125, 0.375], [0.2, 0.2, 0.6]])
  }
  Probe("a model that guesses evenly hesitates between all tokens", points: 1) {
    perplexity(of: [0, 3, 1, 4], predictions: Array(repeating: Array(repeating: 0.2, count: 5), count: 4))
  }
  Probe("a token thought impossible makes it infinite", points: 1) {
    perplexity(of: [0, 1, 0], predictions: [[0.5, 0.5], [0, 1], [0.5, 0.5]])
  }
  Probe("a long text, and its beginning", points: 2) {
    // Any product of thousands of probabilities is 0.
    [4000, 40].map { length in
      let tokens = (0..<length).map { $0 * $0 % 7 % 3 }
      let predictions: [[Float]] = [[0.2, 0.3, 0.5], [0.6, 0.3, 0.1], [0.1, 0.8, 0.1]]
      return perplexity(of: tokens, predictions: tokens.map { predictions[$0] })
    }
  }
  Probe("random texts", points: 2) { random in
    let tokens = random.integers(12, in: 0...5)
    return perplexity(of: tokens, predictions: tokens.map { _ in distribution(6, random) })
  }
}

func distribution(_ count: Int, _ random: ProbeRandom) -> [Float] {
  let shares = (0..<count).map { _ in random.uniform(in: 0.05...1) }
  let sum = shares.reduce(0, +)
  return shares.map { $0 / sum }
}
