import Foundation

/// The gradient of a hidden weight stops at the sum before tanh. The weight is multiplied by an input there: what
/// happens to its gradient if that input is zero?
func gradients(
  input: [Float], hiddenWeights: [[Float]], outputWeights: [Float], target: Float
) -> (hiddenWeights: [[Float]], outputWeights: [Float]) {
  let hidden = hiddenWeights.map { tanh(product($0, input)) }
  let prediction = product(outputWeights, hidden)
  let byPrediction = 2 * (prediction - target)
  let bySum = zip(outputWeights, hidden).map { byPrediction * $0 * (1 - $1 * $1) }
  return (bySum.map { slope in input.map { _ in slope } }, hidden.map { byPrediction * $0 })
}

private func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
