/// Trust stands below the line but not above it, so the opinion of the shorter context counts as one observation
/// always. Which two places of the formula hold trust?
func nextTokenProbabilities(after context: [Int], in text: [Int], vocabularySize: Int, trust: Float) -> [Float] {
  var opinion = [Float](repeating: 1 / Float(vocabularySize), count: vocabularySize)
  for length in 0...min(2, context.count) {
    let nearest = Array(context.suffix(length))
    var counts = [Float](repeating: 0, count: vocabularySize)
    for place in text.indices.dropFirst(length) where Array(text[place - length..<place]) == nearest {
      counts[text[place]] += 1
    }
    let total = counts.reduce(0, +)
    opinion = zip(counts, opinion).map { ($0 + $1) / (total + trust) }
  }
  return opinion
}
