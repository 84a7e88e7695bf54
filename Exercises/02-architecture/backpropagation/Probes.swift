// What a learner's gradients are asked.

let probes = Probes {
  Probe("the network of the task", points: 2) {
    evidence(gradients(input: [1], hiddenWeights: [[0.5]], outputWeights: [2], target: 1))
  }
  Probe("two inputs, three hidden numbers", points: 3) {
    evidence(
      gradients(
        input: [1, -2], hiddenWeights: [[0.2, 0.1], [-0.3, 0.4], [0.5, 0]], outputWeights: [1, -1, 0.5], target: 0.5))
  }
  Probe("where the prediction is right, nothing pulls", points: 1) {
    evidence(gradients(input: [0, 0], hiddenWeights: [[1, 2], [3, 4]], outputWeights: [1, 1], target: 0))
  }
  Probe("an output weight of zero lets nothing through", points: 1) {
    evidence(gradients(input: [0.5, 1], hiddenWeights: [[1, -1], [0.3, 0.6]], outputWeights: [0, 2], target: -1))
  }
  Probe("random networks", points: 3) { random in
    evidence(
      gradients(
        input: random.normal(3), hiddenWeights: random.normal(4, 3), outputWeights: random.normal(4),
        target: random.uniform(in: -2...2)))
  }
}

func evidence(_ gradients: (hiddenWeights: [[Float]], outputWeights: [Float])) -> [String: [[Float]]] {
  ["hidden weights": gradients.hiddenWeights, "output weights": [gradients.outputWeights]]
}
