import Foundation

/// The surprises are added up but not averaged, so a longer text always looks worse. How many tokens were predicted?
func perplexity(of tokens: [Int], predictions: [[Float]]) -> Float {
  let surprises = zip(tokens.dropFirst(), predictions).map { token, prediction in -log(Double(prediction[token])) }
  return Float(exp(surprises.reduce(0, +)))
}
