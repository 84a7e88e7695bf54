// From a loss to the gradients of what it was computed from.

extension Tensor {
  /// Adds to the gradient of every parameter and tracked tensor the derivative of this tensor by it.
  ///
  /// The record of the computation is used up: it is let go on the way, and a second call stops. Stops too unless this
  /// tensor has one element and depends on something that is tracked.
  public func backward() {
    guard count == 1 else {
      stop("backward() starts from a single number, a loss; the shape is \(shape). Take its .sum() or .mean() first.")
    }
    guard let node else {
      stop(
        "backward(): nothing that this tensor was computed from is tracked. Use a Parameter's .tensor or .tracked(), "
          + "and compute outside of withoutGradients.")
    }
    Tensor.withoutGradients { BackwardPass().run(from: node) }
  }
}
