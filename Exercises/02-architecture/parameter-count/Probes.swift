// What a learner's count is asked.

let probes = Probes {
  Probe("the model of the task", points: 2) {
    parameterCount(GPTConfiguration(vocabularySize: 3, contextLength: 4, layers: 1, heads: 1, channels: 2))
  }
  Probe("the model that the course ships", points: 2) {
    parameterCount(GPTConfiguration(vocabularySize: 1024, contextLength: 256, layers: 4, heads: 5, channels: 160))
  }
  Probe("GPT-2 has 124 million", points: 1) { parameterCount(.gpt2).values.reduce(0, +) }
  Probe("an output layer of its own", points: 2) {
    parameterCount(
      GPTConfiguration(vocabularySize: 50, contextLength: 16, layers: 2, heads: 2, channels: 8, isTied: false))
  }
  Probe("no biases, no shifts", points: 2) {
    parameterCount(
      GPTConfiguration(vocabularySize: 50, contextLength: 16, layers: 2, heads: 2, channels: 8, hasBias: false))
  }
  Probe("random sizes", points: 2) { random in
    let heads = random.integer(in: 1...4)
    return parameterCount(
      GPTConfiguration(
        vocabularySize: random.integer(in: 10...500), contextLength: random.integer(in: 4...64),
        layers: random.integer(in: 1...6), heads: heads, channels: heads * random.integer(in: 2...16)))
  }
}
