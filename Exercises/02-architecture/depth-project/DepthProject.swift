// A small network that tells two streams apart.
import Transformers

/// An untrained network of at most 250 parameters, from a place to a logit for each of two streams.
func network(seed: Int) -> MultilayerPerceptron {
  // TODO(depth-project): choose the hidden layers and the activation.
  MultilayerPerceptron(sizes: [2, 64, 2], seed: seed)
}

/// Changes the network's parameters so that it tells the streams apart.
///
/// - Parameters:
///   - places: `[buoys, 2]`
///   - streams: 0 or 1 for each buoy.
///   - steps: how many calls of the network there may be.
func train(_ network: MultilayerPerceptron, on places: Tensor, streams: [Int], steps: Int, seed: Int) throws {
  // TODO(depth-project): train it.
}

/// For which share of the buoys the larger logit is that of their stream.
func accuracy(_ network: MultilayerPerceptron, on places: Tensor, streams: [Int]) -> Double {
  // TODO(depth-project): compare answers and streams.
  0
}
