// How surprised a model is by a text.
import Foundation

/// The exponential of the mean negative log probability of the tokens that were predicted.
///
/// - Parameters:
///   - tokens: the text.
///   - predictions: `[tokens.count][vocabulary]`; row i is about `tokens[i + 1]`.
/// - Returns: 1 or more; infinity if a token was given the probability 0; 1 if there is nothing to predict.
func perplexity(of tokens: [Int], predictions: [[Float]]) -> Float {
  let surprises = zip(tokens.dropFirst(), predictions).map { token, prediction in -log(Double(prediction[token])) }
  guard !surprises.isEmpty else { return 1 }
  return Float(exp(surprises.reduce(0, +) / Double(surprises.count)))
}
