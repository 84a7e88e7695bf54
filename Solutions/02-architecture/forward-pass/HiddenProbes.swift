// What only the judge asks: other depths, and layers that are square.

let probes = Probes {
  Probe("ten layers", points: 2) { random in network([3] + [Int](repeating: 4, count: 9) + [1], random) }
  Probe("as many nodes as inputs", points: 2) { random in network([3, 3, 3], random) }
  Probe("one node in each layer", points: 1) { random in network([1, 1, 1, 1], random) }
  Probe("biases alone", points: 1) {
    forward([0, 0], weights: [[[1, 2], [3, 4]], [[1, 1]]], biases: [[-1, 2], [0.5]])
  }
}

/// A random network of these sizes, with a random input.
func network(_ sizes: [Int], _ random: ProbeRandom) -> [[Float]] {
  let weights = zip(sizes, sizes.dropFirst()).map { random.normal($1, $0) }
  return forward(random.normal(sizes[0]), weights: weights, biases: sizes.dropFirst().map { random.normal($0) })
}
