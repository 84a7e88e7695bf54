// How many parameters a GPT has, part by part.
import Transformers

/// The parameters of each part of a GPT, over all its layers.
///
/// - Parameter sizes: with learned positions, a feed-forward part that is not gated, and as many key and value heads as
///   heads.
/// - Returns: counts for "embeddings", "attention", "feed-forward", "norms" and "head".
func parameterCount(_ sizes: GPTConfiguration) -> [String: Int] {
  // TODO(parameter-count): count each part.
  ["embeddings": 0, "attention": 0, "feed-forward": 0, "norms": 0, "head": 0]
}
