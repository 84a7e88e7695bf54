// A language model that looks one token back.

/// The probability of each token after each token, from the pairs of neighbours in a text.
///
/// - Parameters:
///   - tokens: numbers in `0..<vocabularySize`
///   - smoothing: what is added to every count, 0 or more.
/// - Returns: `[previous][next]`; each row makes 1.
func bigramProbabilities(of tokens: [Int], vocabularySize: Int, smoothing: Float) -> [[Float]] {
  // TODO(bigrams): count the pairs, then make probabilities of each row.
  []
}
