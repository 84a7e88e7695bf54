// Finding a gradient by trying, and walking against it.

/// How the loss changes with each weight, by central differences.
///
/// - Parameter step: how far a weight is moved up, and down; above 0.
/// - Returns: a slope for each weight.
func gradient(of loss: ([Double]) -> Double, at weights: [Double], step: Double) -> [Double] {
  weights.indices.map { index in
    var (up, down) = (weights, weights)
    up[index] += step
    down[index] -= step
    return (loss(up) - loss(down)) / (2 * step)
  }
}

/// The path of weights that go against their gradient.
///
/// - Parameters:
///   - rate: which share of its gradient a weight moves by.
///   - steps: 0 or more.
/// - Returns: `[steps + 1][weights]`, the start first.
func descend(from start: [Double], rate: Double, steps: Int, gradient: ([Double]) -> [Double]) -> [[Double]] {
  var weights = start
  var path = [start]
  for _ in 0..<steps {
    weights = zip(weights, gradient(weights)).map { $0 - rate * $1 }
    path.append(weights)
  }
  return path
}
