import Foundation

/// Each prediction is asked about a token that it has already read. Which token comes after `tokens[0]` to `tokens[i]`?
func perplexity(of tokens: [Int], predictions: [[Float]]) -> Float {
  guard tokens.count > 1 else { return 1 }
  let surprises = zip(tokens, predictions).dropLast().map { token, prediction in -log(Double(prediction[token])) }
  return Float(exp(surprises.reduce(0, +) / Double(surprises.count)))
}
