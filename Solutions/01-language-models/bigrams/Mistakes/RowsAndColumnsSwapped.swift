/// Rows and columns are swapped: your row is about what came before a token, not about what follows it. Which of the
/// two does a model know when it predicts?
func bigramProbabilities(of tokens: [Int], vocabularySize: Int, smoothing: Float) -> [[Float]] {
  var counts = Array(repeating: Array(repeating: Float(0), count: vocabularySize), count: vocabularySize)
  for (previous, next) in zip(tokens, tokens.dropFirst()) { counts[next][previous] += 1 }
  return counts.map { row in
    let total = row.reduce(0, +) + smoothing * Float(vocabularySize)
    return row.map { total > 0 ? ($0 + smoothing) / total : 1 / Float(vocabularySize) }
  }
}
