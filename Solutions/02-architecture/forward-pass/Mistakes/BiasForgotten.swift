/// The sums lack the biases. A node adds one number of its own to its weighted inputs, even if these are all zero.
func forward(_ input: [Float], weights: [[[Float]]], biases: [[Float]]) -> [[Float]] {
  var read = input
  var passedOn: [[Float]] = []
  for layer in weights.indices {
    let sums = zip(weights[layer], biases[layer]).map { row, _ in
      zip(row, read).reduce(0) { $0 + $1.0 * $1.1 }
    }
    read = layer == weights.count - 1 ? sums : sums.map { max(0, $0) }
    passedOn.append(read)
  }
  return passedOn
}
