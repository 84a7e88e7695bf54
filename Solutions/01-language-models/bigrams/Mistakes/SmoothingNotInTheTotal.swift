/// Smoothing is added to the counts but not to what they are divided by, so a row adds up to more than 1. How much did
/// all the counts of a row grow together?
func bigramProbabilities(of tokens: [Int], vocabularySize: Int, smoothing: Float) -> [[Float]] {
  var counts = Array(repeating: Array(repeating: Float(0), count: vocabularySize), count: vocabularySize)
  for (previous, next) in zip(tokens, tokens.dropFirst()) { counts[previous][next] += 1 }
  return counts.map { row in
    let total = row.reduce(0, +)
    return row.map { total > 0 ? ($0 + smoothing) / total : 1 / Float(vocabularySize) }
  }
}
