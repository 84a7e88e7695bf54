// A small network that tells two streams apart.
import Transformers

/// An untrained network of at most 250 parameters, from a place to a logit for each of two streams.
func network(seed: Int) -> MultilayerPerceptron {
  MultilayerPerceptron(sizes: [2, 13, 13, 2], activation: .silu, seed: seed)
}

/// Changes the network's parameters so that it tells the streams apart.
///
/// - Parameters:
///   - places: `[buoys, 2]`
///   - streams: 0 or 1 for each buoy.
///   - steps: how many calls of the network there may be.
func train(_ network: MultilayerPerceptron, on places: Tensor, streams: [Int], steps: Int, seed: Int) throws {
  var optimizer = AdamW(weightDecay: 0)
  for step in 0..<steps {
    for named in network.parameters { named.parameter.gradient = nil }
    crossEntropy(logits: network(places), targets: streams).backward()
    let rate = 0.03 * (1 - Float(step) / Float(steps))
    optimizer.update(network.parameters, learningRate: rate, gradientScale: 1)
  }
}

/// For which share of the buoys the larger logit is that of their stream.
func accuracy(_ network: MultilayerPerceptron, on places: Tensor, streams: [Int]) -> Double {
  let answers = Tensor.withoutGradients { network(places).argmax(axis: 1).scalars }
  let right = zip(answers, streams).filter { Int($0) == $1 }.count
  return Double(right) / Double(streams.count)
}
