import Transformers

/// You count one block, however many there are. Which of the parts come once for each layer, and which once for the
/// model?
func parameterCount(_ sizes: GPTConfiguration) -> [String: Int] {
  let (channels, wide) = (sizes.channels, sizes.hiddenChannels)
  func linear(_ inputs: Int, _ outputs: Int) -> Int { inputs * outputs + (sizes.hasBias ? outputs : 0) }
  let norm = sizes.hasBias ? 2 * channels : channels
  return [
    "embeddings": (sizes.vocabularySize + sizes.contextLength) * channels,
    "attention": 4 * linear(channels, channels),
    "feed-forward": (linear(channels, wide) + linear(wide, channels)),
    "norms": 3 * norm,
    "head": sizes.isTied ? 0 : channels * sizes.vocabularySize,
  ]
}
