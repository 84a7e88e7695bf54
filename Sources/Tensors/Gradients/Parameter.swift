// What a model learns.

/// A tensor that changes from step to step, and the gradient that says how.
public final class Parameter: @unchecked Sendable {
  /// Optimizers change it in place, unless somebody took it: a value once taken stays what it was.
  public internal(set) var value: Tensor
  /// Whether it takes part in computations as a constant.
  public var isFrozen = false
  private var leaf: GradientNode

  public init(_ value: Tensor) {
    self.value = value.constant
    leaf = GradientNode(shape: value.shape)
  }

  /// What `backward()` has added up since it was last set to nil; nil: nothing yet. Has the shape of the value.
  public var gradient: Tensor? {
    get { leaf.gradient }
    set {
      if let newValue, newValue.shape != value.shape {
        stop("a parameter of the shape \(value.shape) cannot have a gradient of the shape \(newValue.shape)")
      }
      leaf.gradient = newValue?.constant
    }
  }

  /// Gives it another value. Stops unless the shape stays.
  public func assign(_ value: Tensor) {
    guard value.shape == self.value.shape else {
      stop("assign: the parameter has the shape \(self.value.shape), the new value \(value.shape)")
    }
    self.value = value.constant
  }

  /// What layers compute with: the value, tracked unless the parameter is frozen or inside `withoutGradients`.
  public var tensor: Tensor {
    isFrozen || !Tensor.isRecording ? value : Tensor(sharing: value.storage, shape: value.shape, node: leaf)
  }
}
