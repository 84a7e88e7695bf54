// What only the judge asks: every option at once.

let probes = Probes {
  Probe("one layer, untied, without biases", points: 2) {
    parameterCount(
      GPTConfiguration(
        vocabularySize: 7, contextLength: 5, layers: 1, heads: 1, channels: 3, isTied: false, hasBias: false))
  }
  Probe("a feed-forward part of another width", points: 1) { random in
    parameterCount(
      GPTConfiguration(
        vocabularySize: 20, contextLength: 8, layers: 3, heads: 2, channels: 12,
        hiddenChannels: random.integer(in: 5...90)))
  }
  Probe("random sizes and options", points: 2) { random in
    let heads = random.integer(in: 1...6)
    return parameterCount(
      GPTConfiguration(
        vocabularySize: random.integer(in: 10...9000), contextLength: random.integer(in: 4...640),
        layers: random.integer(in: 1...30), heads: heads, channels: heads * random.integer(in: 2...64),
        hiddenChannels: random.integer(in: 2...300), isTied: random.integer(in: 0...1) == 0,
        hasBias: random.integer(in: 0...1) == 0))
  }
}
