import Transformers

/// The loss is the same before and after: gradients are found, but no parameter moves. What does the optimizer have to
/// be told?
func network(seed: Int) -> MultilayerPerceptron {
  MultilayerPerceptron(sizes: [2, 13, 13, 2], activation: .silu, seed: seed)
}

func train(_ network: MultilayerPerceptron, on places: Tensor, streams: [Int], steps: Int, seed: Int) throws {
  for _ in 0..<steps {
    for named in network.parameters { named.parameter.gradient = nil }
    crossEntropy(logits: network(places), targets: streams).backward()
  }
}

func accuracy(_ network: MultilayerPerceptron, on places: Tensor, streams: [Int]) -> Double {
  let answers = Tensor.withoutGradients { network(places).argmax(axis: 1).scalars }
  let right = zip(answers, streams).filter { Int($0) == $1 }.count
  return Double(right) / Double(streams.count)
}
