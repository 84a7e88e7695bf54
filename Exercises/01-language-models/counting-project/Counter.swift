// A language model by counting, as good as you can make it.
import Foundation

/// How probable each token is to come next.
///
/// - Parameters:
///   - contexts: beginnings of paragraphs, at least one token each.
///   - training: whole paragraphs, tokens in `0..<vocabularySize`.
/// - Returns: `[contexts][vocabularySize]`; every row makes 1.
func predictions(after contexts: [[Int]], training: [[Int]], vocabularySize: Int) -> [[Float]] {
  // TODO(counting-project): count, smooth, mix; this model knows nothing yet.
  contexts.map { _ in Array(repeating: 1 / Float(vocabularySize), count: vocabularySize) }
}
