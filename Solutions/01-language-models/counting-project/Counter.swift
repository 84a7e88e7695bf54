// A language model by counting, as good as you can make it.
import Foundation

/// How probable each token is to come next.
///
/// - Parameters:
///   - contexts: beginnings of paragraphs, at least one token each.
///   - training: whole paragraphs, tokens in `0..<vocabularySize`.
/// - Returns: `[contexts][vocabularySize]`; every row makes 1.
func predictions(after contexts: [[Int]], training: [[Int]], vocabularySize: Int) -> [[Float]] {
  // What followed every context of up to five tokens.
  var followers: [ArraySlice<Int>: [Int: Float]] = [:]
  for text in training {
    for place in text.indices.dropFirst() {
      for length in 0...min(5, place) {
        followers[text[place - length..<place], default: [:]][text[place], default: 0] += 1
      }
    }
  }
  return contexts.map { context in
    var opinion = [Float](repeating: 1 / Float(vocabularySize), count: vocabularySize)
    for length in 0...min(5, context.count) {
      guard let counts = followers[context.suffix(length)] else { break }
      // The more kinds of followers a context has, the less it settles by itself (Witten and Bell 1991).
      let (total, kinds) = (counts.values.reduce(0, +), Float(counts.count))
      opinion = opinion.map { $0 * kinds / (total + kinds) }
      for (token, count) in counts { opinion[token] += count / (total + kinds) }
    }
    return opinion
  }
}
