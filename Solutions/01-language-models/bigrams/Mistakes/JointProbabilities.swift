/// You divide by the number of all pairs, so the whole table adds up to 1. That is the probability of meeting the pair;
/// which pairs are possible once the previous token is known?
func bigramProbabilities(of tokens: [Int], vocabularySize: Int, smoothing: Float) -> [[Float]] {
  var counts = Array(repeating: Array(repeating: Float(0), count: vocabularySize), count: vocabularySize)
  for (previous, next) in zip(tokens, tokens.dropFirst()) { counts[previous][next] += 1 }
  let total = counts.joined().reduce(0, +) + smoothing * Float(vocabularySize * vocabularySize)
  return counts.map { row in row.map { total > 0 ? ($0 + smoothing) / total : 1 / Float(vocabularySize) } }
}
