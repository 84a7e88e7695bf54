import Foundation

/// The product of thousands of probabilities is smaller than any number a computer holds, and becomes 0. What does a
/// logarithm make of a product?
func perplexity(of tokens: [Int], predictions: [[Float]]) -> Float {
  let probabilities = zip(tokens.dropFirst(), predictions).map { token, prediction in Double(prediction[token]) }
  guard !probabilities.isEmpty else { return 1 }
  return Float(pow(probabilities.reduce(1, *), -1 / Double(probabilities.count)))
}
