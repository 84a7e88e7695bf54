// The gradients of a small network, by the chain rule.
import Foundation

/// The gradients of `(y - target)²`, where `y = Σ outputWeights[j] · tanh(Σ hiddenWeights[j][i] · input[i])`.
///
/// - Parameters:
///   - input: `[inputs]`
///   - hiddenWeights: `[hidden][inputs]`
///   - outputWeights: `[hidden]`
/// - Returns: the derivative of the loss by each weight, in the shapes of the weights.
func gradients(
  input: [Float], hiddenWeights: [[Float]], outputWeights: [Float], target: Float
) -> (hiddenWeights: [[Float]], outputWeights: [Float]) {
  // Forward.
  let hidden = hiddenWeights.map { tanh(product($0, input)) }
  let prediction = product(outputWeights, hidden)

  // Backward: the derivative by the prediction, by each hidden number, and by what went into its tanh.
  let byPrediction = 2 * (prediction - target)
  let byHidden = outputWeights.map { byPrediction * $0 }
  let bySum = zip(byHidden, hidden).map { $0 * (1 - $1 * $1) }
  return (bySum.map { slope in input.map { slope * $0 } }, hidden.map { byPrediction * $0 })
}

private func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
