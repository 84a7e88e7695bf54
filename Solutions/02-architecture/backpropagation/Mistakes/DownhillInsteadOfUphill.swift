import Foundation

/// Every sign is turned round. The gradient says how the loss grows with a weight; going the other way is what an
/// update does later. Which is y minus target here, and which target minus y?
func gradients(
  input: [Float], hiddenWeights: [[Float]], outputWeights: [Float], target: Float
) -> (hiddenWeights: [[Float]], outputWeights: [Float]) {
  let hidden = hiddenWeights.map { tanh(product($0, input)) }
  let prediction = product(outputWeights, hidden)
  let byPrediction = 2 * (target - prediction)
  let bySum = zip(outputWeights, hidden).map { byPrediction * $0 * (1 - $1 * $1) }
  return (bySum.map { slope in input.map { slope * $0 } }, hidden.map { byPrediction * $0 })
}

private func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
