import Foundation

/// The error reaches every hidden number undiminished. On the way there it passes an output weight, which says how much
/// that hidden number matters: multiply by it.
func gradients(
  input: [Float], hiddenWeights: [[Float]], outputWeights: [Float], target: Float
) -> (hiddenWeights: [[Float]], outputWeights: [Float]) {
  let hidden = hiddenWeights.map { tanh(product($0, input)) }
  let prediction = product(outputWeights, hidden)
  let byPrediction = 2 * (prediction - target)
  let bySum = hidden.map { byPrediction * (1 - $0 * $0) }
  return (bySum.map { slope in input.map { slope * $0 } }, hidden.map { byPrediction * $0 })
}

private func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
