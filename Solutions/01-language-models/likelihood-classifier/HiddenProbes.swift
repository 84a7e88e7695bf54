// What only the judge asks.

let probes = Probes {
  Probe("endings too improbable for a Float", points: 3) {
    let endings = [3, 7].map { step in (0..<100).map { $0 * step % 10 } }
    return shares(of: endings, after: [1, 2], model: smallModel(5))
  }
  Probe("the same ending twice", points: 1) {
    shares(of: [[2, 6], [2, 6], [6, 2]], after: [9, 0, 1], model: smallModel(6))
  }
  Probe("many random endings", points: 3) { random in
    let endings = (0..<8).map { _ in random.integers(random.integer(in: 1...3), in: 0...9) }
    return shares(of: endings, after: random.integers(9, in: 0...9), model: smallModel(random.integer(in: 0...999)))
  }
}

func smallModel(_ seed: Int) -> GPT {
  GPT(GPTConfiguration(vocabularySize: 10, contextLength: 128, layers: 1, heads: 2, channels: 32), seed: seed)
}
