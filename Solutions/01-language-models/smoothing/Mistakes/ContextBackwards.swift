/// You look for the tokens of the context in the wrong order, the nearest first. Which one stands directly before the
/// token that is asked for?
func nextTokenProbabilities(after context: [Int], in text: [Int], vocabularySize: Int, trust: Float) -> [Float] {
  var opinion = [Float](repeating: 1 / Float(vocabularySize), count: vocabularySize)
  for length in 0...min(2, context.count) {
    let nearest = Array(context.suffix(length).reversed())
    var counts = [Float](repeating: 0, count: vocabularySize)
    for place in text.indices.dropFirst(length) where Array(text[place - length..<place]) == nearest {
      counts[text[place]] += 1
    }
    let total = counts.reduce(0, +)
    opinion = zip(counts, opinion).map { ($0 + trust * $1) / (total + trust) }
  }
  return opinion
}
