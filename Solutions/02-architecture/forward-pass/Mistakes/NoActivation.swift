/// No activation anywhere: hidden nodes pass negative sums on. Lesson 2.2 shows what becomes of such a network: what
/// does ReLU make of a negative sum?
func forward(_ input: [Float], weights: [[[Float]]], biases: [[Float]]) -> [[Float]] {
  var read = input
  var passedOn: [[Float]] = []
  for layer in weights.indices {
    let sums = zip(weights[layer], biases[layer]).map { row, bias in
      zip(row, read).reduce(bias) { $0 + $1.0 * $1.1 }
    }
    read = sums
    passedOn.append(read)
  }
  return passedOn
}
