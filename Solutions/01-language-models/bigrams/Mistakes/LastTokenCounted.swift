/// You divide by how often the previous token occurs in the text. Its last occurrence may end the text, and nothing
/// follows there: how often was it the first of a pair?
func bigramProbabilities(of tokens: [Int], vocabularySize: Int, smoothing: Float) -> [[Float]] {
  var counts = Array(repeating: Array(repeating: Float(0), count: vocabularySize), count: vocabularySize)
  for (previous, next) in zip(tokens, tokens.dropFirst()) { counts[previous][next] += 1 }
  return counts.enumerated().map { previous, row in
    let total = Float(tokens.filter { $0 == previous }.count) + smoothing * Float(vocabularySize)
    return row.map { total > 0 ? ($0 + smoothing) / total : 1 / Float(vocabularySize) }
  }
}
