// What a learner's verdict is asked.

let probes = Probes {
  Probe("one ending has all", points: 1) { shares(of: [[3, 1]], after: [0, 2], model: smallModel(1)) }
  Probe("endings of one token", points: 2) {
    shares(of: [[1], [4], [7]], after: [0, 5, 2], model: smallModel(2))
  }
  Probe("endings of three tokens", points: 2) {
    shares(of: [[1, 2, 3], [3, 2, 1], [8, 8, 0]], after: [6], model: smallModel(3))
  }
  Probe("a longer ending is not helped", points: 2) {
    shares(of: [[1], [1, 5], [1, 5, 9]], after: [4, 4], model: smallModel(4))
  }
  Probe("random endings", points: 2) { random in
    let endings = (0..<4).map { _ in random.integers(random.integer(in: 1...4), in: 0...9) }
    return shares(of: endings, after: random.integers(5, in: 0...9), model: smallModel(random.integer(in: 0...999)))
  }
}

/// Ten tokens, up to 128 places, random values.
func smallModel(_ seed: Int) -> GPT {
  GPT(GPTConfiguration(vocabularySize: 10, contextLength: 128, layers: 1, heads: 2, channels: 32), seed: seed)
}
