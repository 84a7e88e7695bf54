import Foundation

/// The logarithm is to the base 2 and the exponential to the base e. Either base is fine, as long as it is the same
/// twice.
func perplexity(of tokens: [Int], predictions: [[Float]]) -> Float {
  let surprises = zip(tokens.dropFirst(), predictions).map { token, prediction in -log2(Double(prediction[token])) }
  guard !surprises.isEmpty else { return 1 }
  return Float(exp(surprises.reduce(0, +) / Double(surprises.count)))
}
