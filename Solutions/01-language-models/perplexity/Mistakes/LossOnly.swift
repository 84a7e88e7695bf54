import Foundation

/// This is the loss, in nats. One step is missing to say between how many tokens the model hesitates: what undoes the
/// logarithm?
func perplexity(of tokens: [Int], predictions: [[Float]]) -> Float {
  let surprises = zip(tokens.dropFirst(), predictions).map { token, prediction in -log(Double(prediction[token])) }
  guard !surprises.isEmpty else { return 1 }
  return Float(surprises.reduce(0, +) / Double(surprises.count))
}
