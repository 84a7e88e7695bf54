/// A negative sum becomes positive in your network. ReLU does not turn it round, it passes on nothing.
func forward(_ input: [Float], weights: [[[Float]]], biases: [[Float]]) -> [[Float]] {
  var read = input
  var passedOn: [[Float]] = []
  for layer in weights.indices {
    let sums = zip(weights[layer], biases[layer]).map { row, bias in
      zip(row, read).reduce(bias) { $0 + $1.0 * $1.1 }
    }
    read = layer == weights.count - 1 ? sums : sums.map { abs($0) }
    passedOn.append(read)
  }
  return passedOn
}
