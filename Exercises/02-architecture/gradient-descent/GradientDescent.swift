// Finding a gradient by trying, and walking against it.

/// How the loss changes with each weight, by central differences.
///
/// - Parameter step: how far a weight is moved up, and down; above 0.
/// - Returns: a slope for each weight.
func gradient(of loss: ([Double]) -> Double, at weights: [Double], step: Double) -> [Double] {
  // TODO(gradient-descent): move each weight up and down, and compare the losses.
  weights.map { _ in 0 }
}

/// The path of weights that go against their gradient.
///
/// - Parameters:
///   - rate: which share of its gradient a weight moves by.
///   - steps: 0 or more.
/// - Returns: `[steps + 1][weights]`, the start first.
func descend(from start: [Double], rate: Double, steps: Int, gradient: ([Double]) -> [Double]) -> [[Double]] {
  // TODO(gradient-descent): step after step against the gradient.
  [start]
}
