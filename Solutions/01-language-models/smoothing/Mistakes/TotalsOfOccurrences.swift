/// You divide by how often the context occurs, also where nothing follows it. At the very end of the text it occurs
/// once more than it is followed, and the probabilities no longer add up to 1.
func nextTokenProbabilities(after context: [Int], in text: [Int], vocabularySize: Int, trust: Float) -> [Float] {
  var opinion = [Float](repeating: 1 / Float(vocabularySize), count: vocabularySize)
  for length in 0...min(2, context.count) {
    let nearest = Array(context.suffix(length))
    var counts = [Float](repeating: 0, count: vocabularySize)
    for place in text.indices.dropFirst(length) where Array(text[place - length..<place]) == nearest {
      counts[text[place]] += 1
    }
    var total = counts.reduce(0, +)
    if length > 0, text.count >= length, Array(text.suffix(length)) == nearest { total += 1 }
    opinion = zip(counts, opinion).map { ($0 + trust * $1) / (total + trust) }
  }
  return opinion
}
