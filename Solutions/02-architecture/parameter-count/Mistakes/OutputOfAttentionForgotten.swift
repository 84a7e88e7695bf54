import Transformers

/// Attention has three linear layers in your count: queries, keys and values. What mixes the heads afterwards is a
/// fourth.
func parameterCount(_ sizes: GPTConfiguration) -> [String: Int] {
  let (channels, wide, layers) = (sizes.channels, sizes.hiddenChannels, sizes.layers)
  func linear(_ inputs: Int, _ outputs: Int) -> Int { inputs * outputs + (sizes.hasBias ? outputs : 0) }
  let norm = sizes.hasBias ? 2 * channels : channels
  return [
    "embeddings": (sizes.vocabularySize + sizes.contextLength) * channels,
    "attention": layers * 3 * linear(channels, channels),
    "feed-forward": layers * (linear(channels, wide) + linear(wide, channels)),
    "norms": (2 * layers + 1) * norm,
    "head": sizes.isTied ? 0 : channels * sizes.vocabularySize,
  ]
}
