import Foundation

/// This is the mean of 1 / p, which one unlikely token decides almost alone. Perplexity is a geometric mean: where do
/// the logarithm and the exponential stand?
func perplexity(of tokens: [Int], predictions: [[Float]]) -> Float {
  let inverses = zip(tokens.dropFirst(), predictions).map { token, prediction in 1 / Double(prediction[token]) }
  guard !inverses.isEmpty else { return 1 }
  return Float(inverses.reduce(0, +) / Double(inverses.count))
}
