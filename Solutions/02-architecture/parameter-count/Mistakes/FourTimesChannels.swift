import Transformers

/// The feed-forward part is four times as wide as the channels in many models, but not in all. The configuration says
/// how wide it is.
func parameterCount(_ sizes: GPTConfiguration) -> [String: Int] {
  let (channels, wide, layers) = (sizes.channels, 4 * sizes.channels, sizes.layers)
  func linear(_ inputs: Int, _ outputs: Int) -> Int { inputs * outputs + (sizes.hasBias ? outputs : 0) }
  let norm = sizes.hasBias ? 2 * channels : channels
  return [
    "embeddings": (sizes.vocabularySize + sizes.contextLength) * channels,
    "attention": layers * 4 * linear(channels, channels),
    "feed-forward": layers * (linear(channels, wide) + linear(wide, channels)),
    "norms": (2 * layers + 1) * norm,
    "head": sizes.isTied ? 0 : channels * sizes.vocabularySize,
  ]
}
