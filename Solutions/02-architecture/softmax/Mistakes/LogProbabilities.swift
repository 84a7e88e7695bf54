import Foundation

/// These are the logarithms of the probabilities: right for a loss, but a probability lies between 0 and 1. What undoes
/// a logarithm?
func softmax(_ logits: [Float]) -> [Float] {
  let largest = logits.max() ?? 0
  let sum = logits.map { exp($0 - largest) }.reduce(0, +)
  return logits.map { $0 - largest - log(sum) }
}
