// What only the judge asks.

let probes = Probes {
  Probe("more inputs than hidden numbers", points: 2) { random in
    parts(
      gradients(
        input: random.normal(6), hiddenWeights: random.normal(2, 6), outputWeights: random.normal(2), target: 1))
  }
  Probe("as many inputs as hidden numbers", points: 2) { random in
    parts(
      gradients(
        input: random.normal(3), hiddenWeights: random.normal(3, 3), outputWeights: random.normal(3), target: -1))
  }
  Probe("saturated hidden numbers hardly learn", points: 2) {
    parts(
      gradients(
        input: [1, 2], hiddenWeights: [[1, 0.5], [-1.5, -1], [0.1, 0.2]], outputWeights: [1, 1, 1], target: 3))
  }
  Probe("a small step against the gradient lowers the loss", points: 2) { random in
    lossesAroundAStep(random)
  } accept: {
    fallsByAHundredth($0)
  }
}

func parts(_ gradients: (hiddenWeights: [[Float]], outputWeights: [Float])) -> [String: [[Float]]] {
  ["hidden weights": gradients.hiddenWeights, "output weights": [gradients.outputWeights]]
}

/// The loss of a random network before and after a step along which a straight line would fall by a hundredth.
func lossesAroundAStep(_ random: ProbeRandom) -> [Float] {
  let input = random.normal(3), hidden = random.normal(4, 3), output = random.normal(4)
  let target: Float = 5
  let gradient = gradients(input: input, hiddenWeights: hidden, outputWeights: output, target: target)
  let uphill = gradient.hiddenWeights + [gradient.outputWeights]
  let weights = hidden + [output]
  let shape = uphill.map { Float($0.count) }
  guard shape == weights.map({ Float($0.count) }) else { return shape }
  let before = loss(weights, input, target)
  let steepness: Float = uphill.joined().reduce(0) { $0 + $1 * $1 }
  let rate = 0.01 * before / steepness
  let moved = zip(weights, uphill).map { row, slopes in zip(row, slopes).map { $0 - rate * $1 } }
  return [before, loss(moved, input, target)]
}

func fallsByAHundredth(_ losses: [Float]) -> Bool {
  guard losses.count == 2 else { return false }
  let left: Float = losses[1] / losses[0]
  return left > 0.98 && left < 0.995
}

/// - Parameter weights: of each hidden number, and last those of the output.
func loss(_ weights: [[Float]], _ input: [Float], _ target: Float) -> Float {
  let hidden = Tensor(Array(weights.dropLast())).matmul(Tensor(input)).tanh()
  let error = (hidden * Tensor(weights[weights.count - 1])).sum().item() - target
  return error * error
}
