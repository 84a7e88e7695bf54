/// Your answers are never negative: the last layer goes through ReLU too. What should its sums go through?
func forward(_ input: [Float], weights: [[[Float]]], biases: [[Float]]) -> [[Float]] {
  var read = input
  var passedOn: [[Float]] = []
  for layer in weights.indices {
    let sums = zip(weights[layer], biases[layer]).map { row, bias in
      zip(row, read).reduce(bias) { $0 + $1.0 * $1.1 }
    }
    read = sums.map { max(0, $0) }
    passedOn.append(read)
  }
  return passedOn
}
