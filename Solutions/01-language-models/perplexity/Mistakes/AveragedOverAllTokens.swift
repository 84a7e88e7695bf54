import Foundation

/// You divide by the number of tokens, but nothing predicts the first one. Over how many predictions is the mean?
func perplexity(of tokens: [Int], predictions: [[Float]]) -> Float {
  guard tokens.count > 1 else { return 1 }
  let surprises = zip(tokens.dropFirst(), predictions).map { token, prediction in -log(Double(prediction[token])) }
  return Float(exp(surprises.reduce(0, +) / Double(tokens.count)))
}
