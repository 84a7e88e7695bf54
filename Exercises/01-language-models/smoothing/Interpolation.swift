// A trigram model in which every shorter context has a say.

/// How probable each token is to come next.
///
/// - Parameters:
///   - context: the tokens before it, the last one nearest; only the last two matter.
///   - text: what is counted; tokens are numbers in `0..<vocabularySize`.
///   - trust: as how many observations the opinion of the next shorter context counts, above 0.
/// - Returns: `[vocabularySize]`; together 1.
func nextTokenProbabilities(after context: [Int], in text: [Int], vocabularySize: Int, trust: Float) -> [Float] {
  // TODO(smoothing): from the model that knows nothing to the longest context, one step each.
  []
}
