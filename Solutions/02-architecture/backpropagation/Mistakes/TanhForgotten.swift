import Foundation

/// The way back to the hidden weights leads through tanh, and its derivative is missing. A hidden number near 1 or -1
/// hardly changes any more: what should multiply its gradient?
func gradients(
  input: [Float], hiddenWeights: [[Float]], outputWeights: [Float], target: Float
) -> (hiddenWeights: [[Float]], outputWeights: [Float]) {
  let hidden = hiddenWeights.map { tanh(product($0, input)) }
  let prediction = product(outputWeights, hidden)
  let byPrediction = 2 * (prediction - target)
  let byHidden = outputWeights.map { byPrediction * $0 }
  return (byHidden.map { slope in input.map { slope * $0 } }, hidden.map { byPrediction * $0 })
}

private func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
