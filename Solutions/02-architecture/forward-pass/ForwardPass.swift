// What a network computes, from its input to its answer.

/// What each layer passes on: ReLU of its sums, and of the last layer the sums themselves.
///
/// - Parameters:
///   - input: `[inputs]`
///   - weights: for each layer `[nodes][inputs of the layer]`
///   - biases: for each layer `[nodes]`
/// - Returns: for each layer `[nodes]`; the last is the network's answer.
func forward(_ input: [Float], weights: [[[Float]]], biases: [[Float]]) -> [[Float]] {
  var read = input
  var passedOn: [[Float]] = []
  for layer in weights.indices {
    let sums = zip(weights[layer], biases[layer]).map { row, bias in
      zip(row, read).reduce(bias) { $0 + $1.0 * $1.1 }
    }
    read = layer == weights.count - 1 ? sums : sums.map { max(0, $0) }
    passedOn.append(read)
  }
  return passedOn
}
