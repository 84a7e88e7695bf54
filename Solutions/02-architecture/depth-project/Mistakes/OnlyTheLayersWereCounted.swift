import Transformers

/// The network is a little too large. Each layer from a to b nodes has b biases beside its a · b weights: what do you
/// get if you count those too?
func network(seed: Int) -> MultilayerPerceptron {
  MultilayerPerceptron(sizes: [2, 14, 14, 2], activation: .silu, seed: seed)
}

func train(_ network: MultilayerPerceptron, on places: Tensor, streams: [Int], steps: Int, seed: Int) throws {
  var optimizer = AdamW(weightDecay: 0)
  for step in 0..<steps {
    for named in network.parameters { named.parameter.gradient = nil }
    crossEntropy(logits: network(places), targets: streams).backward()
    let rate = 0.03 * (1 - Float(step) / Float(steps))
    optimizer.update(network.parameters, learningRate: rate, gradientScale: 1)
  }
}

func accuracy(_ network: MultilayerPerceptron, on places: Tensor, streams: [Int]) -> Double {
  let answers = Tensor.withoutGradients { network(places).argmax(axis: 1).scalars }
  let right = zip(answers, streams).filter { Int($0) == $1 }.count
  return Double(right) / Double(streams.count)
}
