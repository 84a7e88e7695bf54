/// Every layer of yours reads the network's input. What does the second layer read?
func forward(_ input: [Float], weights: [[[Float]]], biases: [[Float]]) -> [[Float]] {
  var read = input
  var passedOn: [[Float]] = []
  for layer in weights.indices {
    let sums = zip(weights[layer], biases[layer]).map { row, bias in
      zip(row, input).reduce(bias) { $0 + $1.0 * $1.1 }
    }
    read = layer == weights.count - 1 ? sums : sums.map { max(0, $0) }
    passedOn.append(read)
  }
  return passedOn
}
