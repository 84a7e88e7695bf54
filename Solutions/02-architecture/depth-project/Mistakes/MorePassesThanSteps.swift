import Transformers

/// Training makes more passes through the network than it was given steps. Every call counts, also one that only looks
/// at the loss.
func network(seed: Int) -> MultilayerPerceptron {
  MultilayerPerceptron(sizes: [2, 13, 13, 2], activation: .silu, seed: seed)
}

func train(_ network: MultilayerPerceptron, on places: Tensor, streams: [Int], steps: Int, seed: Int) throws {
  var optimizer = AdamW(weightDecay: 0)
  for step in 0..<steps {
    for named in network.parameters { named.parameter.gradient = nil }
    crossEntropy(logits: network(places), targets: streams).backward()
    let isPerfect = step % 10 == 0 && accuracy(network, on: places, streams: streams) == 1
    let rate = (isPerfect ? 0.01 : 0.03) * (1 - Float(step) / Float(steps))
    optimizer.update(network.parameters, learningRate: rate, gradientScale: 1)
  }
}

func accuracy(_ network: MultilayerPerceptron, on places: Tensor, streams: [Int]) -> Double {
  let answers = Tensor.withoutGradients { network(places).argmax(axis: 1).scalars }
  let right = zip(answers, streams).filter { Int($0) == $1 }.count
  return Double(right) / Double(streams.count)
}
