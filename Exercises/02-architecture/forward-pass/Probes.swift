// What a learner's network is asked.

let probes = Probes {
  Probe("the network of the task", points: 2) {
    forward([2, 1], weights: [[[1, -1], [-1, 1]], [[3, 10]]], biases: [[0, 0.5], [-1]])
  }
  Probe("the ferry sails out on the ebb", points: 2) { ferry([0.2, -1, 1]) }
  Probe("and stays in a gale", points: 1) { ferry([0.9, -1, 1]) }
  Probe("a single layer adds up and nothing else", points: 1) {
    forward([1, 2, 3], weights: [[[1, 0, -1], [0.5, 0.5, 0.5]]], biases: [[0, -4]])
  }
  Probe("an answer may be negative", points: 1) {
    forward([1], weights: [[[2], [-2]], [[-1, -1]]], biases: [[0, 0], [0]])
  }
  Probe("random networks", points: 3) { random in network([4, 6, 5, 2], random) }
}

/// The network of lesson 2.2.
func ferry(_ input: [Float]) -> [[Float]] {
  forward(
    input, weights: [[[0, -1, 1], [0, 1, -1], [2, 0, 0]], [[6, 6, -12]]], biases: [[-1, -1, -1], [-3]])
}

/// A random network of these sizes, with a random input.
func network(_ sizes: [Int], _ random: ProbeRandom) -> [[Float]] {
  let weights = zip(sizes, sizes.dropFirst()).map { random.normal($1, $0) }
  return forward(random.normal(sizes[0]), weights: weights, biases: sizes.dropFirst().map { random.normal($0) })
}
