/// In a context that was never seen you give every token the same. What does the next shorter context say?
func nextTokenProbabilities(after context: [Int], in text: [Int], vocabularySize: Int, trust: Float) -> [Float] {
  var opinion = [Float](repeating: 1 / Float(vocabularySize), count: vocabularySize)
  for length in 0...min(2, context.count) {
    let nearest = Array(context.suffix(length))
    var counts = [Float](repeating: 0, count: vocabularySize)
    for place in text.indices.dropFirst(length) where Array(text[place - length..<place]) == nearest {
      counts[text[place]] += 1
    }
    let total = counts.reduce(0, +)
    if total == 0 { opinion = opinion.map { _ in 1 / Float(vocabularySize) } }
    opinion = zip(counts, opinion).map { ($0 + trust * $1) / (total + trust) }
  }
  return opinion
}
