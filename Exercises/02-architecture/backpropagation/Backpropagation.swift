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
  // TODO(backpropagation): forward, then from the loss back to each weight.
  ([], [])
}
