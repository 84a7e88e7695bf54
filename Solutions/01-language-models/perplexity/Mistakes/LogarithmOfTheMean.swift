import Foundation

/// You average the probabilities before you take the logarithm. A single impossible token must make the perplexity
/// infinite, and an average hides it: take the logarithm of each first.
func perplexity(of tokens: [Int], predictions: [[Float]]) -> Float {
  let probabilities = zip(tokens.dropFirst(), predictions).map { token, prediction in Double(prediction[token]) }
  guard !probabilities.isEmpty else { return 1 }
  return Float(Double(probabilities.count) / probabilities.reduce(0, +))
}
