import Foundation

/// The gradient of the hidden weights has its rows and columns swapped. A gradient has the shape of what it belongs to:
/// here a row for each hidden number.
func gradients(
  input: [Float], hiddenWeights: [[Float]], outputWeights: [Float], target: Float
) -> (hiddenWeights: [[Float]], outputWeights: [Float]) {
  let hidden = hiddenWeights.map { tanh(product($0, input)) }
  let prediction = product(outputWeights, hidden)
  let byPrediction = 2 * (prediction - target)
  let bySum = zip(outputWeights, hidden).map { byPrediction * $0 * (1 - $1 * $1) }
  return (input.map { number in bySum.map { $0 * number } }, hidden.map { byPrediction * $0 })
}

private func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
