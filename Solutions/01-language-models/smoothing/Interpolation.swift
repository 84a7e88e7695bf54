// A trigram model in which every shorter context has a say.

/// How probable each token is to come next.
///
/// - Parameters:
///   - context: the tokens before it, the last one nearest; only the last two matter.
///   - text: what is counted; tokens are numbers in `0..<vocabularySize`.
///   - trust: as how many observations the opinion of the next shorter context counts, above 0.
/// - Returns: `[vocabularySize]`; together 1.
func nextTokenProbabilities(after context: [Int], in text: [Int], vocabularySize: Int, trust: Float) -> [Float] {
  var opinion = [Float](repeating: 1 / Float(vocabularySize), count: vocabularySize)
  for length in 0...min(2, context.count) {
    let nearest = Array(context.suffix(length))
    var counts = [Float](repeating: 0, count: vocabularySize)
    for place in text.indices.dropFirst(length) where Array(text[place - length..<place]) == nearest {
      counts[text[place]] += 1
    }
    let total = counts.reduce(0, +)
    opinion = zip(counts, opinion).map { ($0 + trust * $1) / (total + trust) }
  }
  return opinion
}
