// What a network computes, from its input to its answer.

/// What each layer passes on: ReLU of its sums, and of the last layer the sums themselves.
///
/// - Parameters:
///   - input: `[inputs]`
///   - weights: for each layer `[nodes][inputs of the layer]`
///   - biases: for each layer `[nodes]`
/// - Returns: for each layer `[nodes]`; the last is the network's answer.
func forward(_ input: [Float], weights: [[[Float]]], biases: [[Float]]) -> [[Float]] {
  // TODO(forward-pass): weighted sums, biases, activations, layer after layer.
  biases
}
