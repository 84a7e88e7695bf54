// How surprised a model is by a text.
import Foundation

/// The exponential of the mean negative log probability of the tokens that were predicted.
///
/// - Parameters:
///   - tokens: the text.
///   - predictions: `[tokens.count][vocabulary]`; row i is about `tokens[i + 1]`.
/// - Returns: 1 or more; infinity if a token was given the probability 0; 1 if there is nothing to predict.
func perplexity(of tokens: [Int], predictions: [[Float]]) -> Float {
  // TODO(perplexity): the mean negative logarithm of the probability of what came, and its exponential.
  -1
}
