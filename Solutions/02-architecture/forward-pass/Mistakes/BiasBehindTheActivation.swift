/// The bias is added after the activation. It belongs to the sum: it shifts the place at which a node begins to pass
/// something on.
func forward(_ input: [Float], weights: [[[Float]]], biases: [[Float]]) -> [[Float]] {
  var read = input
  var passedOn: [[Float]] = []
  for layer in weights.indices {
    let isLast = layer == weights.count - 1
    read = zip(weights[layer], biases[layer]).map { row, bias in
      let sum = zip(row, read).reduce(0) { $0 + $1.0 * $1.1 }
      return (isLast ? sum : max(0, sum)) + bias
    }
    passedOn.append(read)
  }
  return passedOn
}
