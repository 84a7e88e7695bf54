/// You take the longest context that was seen and forget the shorter ones as soon as there is one. In interpolation
/// every context has a say; how does the opinion of the shorter one come into the longer one's?
func nextTokenProbabilities(after context: [Int], in text: [Int], vocabularySize: Int, trust: Float) -> [Float] {
  var opinion = [Float](repeating: 1 / Float(vocabularySize), count: vocabularySize)
  for length in 0...min(2, context.count) {
    let nearest = Array(context.suffix(length))
    var counts = [Float](repeating: 0, count: vocabularySize)
    for place in text.indices.dropFirst(length) where Array(text[place - length..<place]) == nearest {
      counts[text[place]] += 1
    }
    let total = counts.reduce(0, +)
    let even = 1 / Float(vocabularySize)
    if total > 0 { opinion = counts.map { ($0 + trust * even) / (total + trust) } }
  }
  return opinion
}
