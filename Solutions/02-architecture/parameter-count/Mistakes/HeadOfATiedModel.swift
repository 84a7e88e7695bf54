import Transformers

/// You count an output layer in a tied model too. Its work is done by the token embedding, which you have counted
/// already: how many numbers are stored only once?
func parameterCount(_ sizes: GPTConfiguration) -> [String: Int] {
  let (channels, wide, layers) = (sizes.channels, sizes.hiddenChannels, sizes.layers)
  func linear(_ inputs: Int, _ outputs: Int) -> Int { inputs * outputs + (sizes.hasBias ? outputs : 0) }
  let norm = sizes.hasBias ? 2 * channels : channels
  return [
    "embeddings": (sizes.vocabularySize + sizes.contextLength) * channels,
    "attention": layers * 4 * linear(channels, channels),
    "feed-forward": layers * (linear(channels, wide) + linear(wide, channels)),
    "norms": (2 * layers + 1) * norm,
    "head": channels * sizes.vocabularySize,
  ]
}
