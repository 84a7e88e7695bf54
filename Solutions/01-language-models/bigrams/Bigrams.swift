// A language model that looks one token back.

/// The probability of each token after each token, from the pairs of neighbours in a text.
///
/// - Parameters:
///   - tokens: numbers in `0..<vocabularySize`
///   - smoothing: what is added to every count, 0 or more.
/// - Returns: `[previous][next]`; each row makes 1.
func bigramProbabilities(of tokens: [Int], vocabularySize: Int, smoothing: Float) -> [[Float]] {
  var counts = Array(repeating: Array(repeating: Float(0), count: vocabularySize), count: vocabularySize)
  for (previous, next) in zip(tokens, tokens.dropFirst()) { counts[previous][next] += 1 }
  return counts.map { row in
    let total = row.reduce(0, +) + smoothing * Float(vocabularySize)
    return row.map { total > 0 ? ($0 + smoothing) / total : 1 / Float(vocabularySize) }
  }
}
