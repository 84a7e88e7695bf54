// How many parameters a GPT has, part by part.
import Transformers

/// The parameters of each part of a GPT, over all its layers.
///
/// - Parameter sizes: with learned positions, a feed-forward part that is not gated, and as many key and value heads as
///   heads.
/// - Returns: counts for "embeddings", "attention", "feed-forward", "norms" and "head".
func parameterCount(_ sizes: GPTConfiguration) -> [String: Int] {
  let (channels, wide, layers) = (sizes.channels, sizes.hiddenChannels, sizes.layers)
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
