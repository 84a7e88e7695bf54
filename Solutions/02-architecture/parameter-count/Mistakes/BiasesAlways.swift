import Transformers

/// You count biases where there are none. What does `hasBias` say, and which parts does it concern?
func parameterCount(_ sizes: GPTConfiguration) -> [String: Int] {
  let (channels, wide, layers) = (sizes.channels, sizes.hiddenChannels, sizes.layers)
  func linear(_ inputs: Int, _ outputs: Int) -> Int { inputs * outputs + outputs }
  let norm = 2 * channels
  return [
    "embeddings": (sizes.vocabularySize + sizes.contextLength) * channels,
    "attention": layers * 4 * linear(channels, channels),
    "feed-forward": layers * (linear(channels, wide) + linear(wide, channels)),
    "norms": (2 * layers + 1) * norm,
    "head": sizes.isTied ? 0 : channels * sizes.vocabularySize,
  ]
}
