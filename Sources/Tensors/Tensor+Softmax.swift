// Softmax and its logarithm. The largest element is subtracted first, so that no exponential overflows.

extension Tensor {
  /// exp(x) / Σ exp(x) along an axis: not negative and summing to 1; the same shape. Where all elements are -inf
  /// (everything is masked) the result is 0; PyTorch gives NaN there.
  public func softmax(axis: Int = -1) -> Tensor {
    let y = constant.alongRows(axis, "softmax") { rows, count, x, y in ck_softmax(rows, count, x, y) }
    return y.recorded(from: self) { gradient, inputs in  // yᵢ = exp(xᵢ) / Σ exp(x)
      let weighted = gradient * y
      inputs.add(0, weighted - y * weighted.sum(axis: axis, keepDims: true))
    }
  }

  /// log(softmax(x)), without losing small probabilities; the same shape. Where all elements are -inf so is the result.
  public func logSoftmax(axis: Int = -1) -> Tensor {
    let y = constant.alongRows(axis, "logSoftmax") { rows, count, x, y in ck_log_softmax(rows, count, x, y) }
    return y.recorded(from: self) { gradient, inputs in  // yᵢ = xᵢ - log Σ exp(x)
      inputs.add(0, gradient - y.exp() * gradient.sum(axis: axis, keepDims: true))
    }
  }

  /// log Σ exp(x) along an axis; -inf if its size is 0 or all elements are -inf.
  public func logSumExp(axis: Int = -1, keepDims: Bool = false) -> Tensor {
    let axis = Shape.axis(axis, of: shape, "logSumExp")
    // The axis goes last, its size becomes 1, and it goes back.
    let rows = constant.transposed(axis, -1)
    let oneEach = Array(rows.shape.dropLast()) + [1]
    let sums = Tensor(shape: oneEach) { ck_log_sum_exp(Shape.count(oneEach), shape[axis], rows.memory, $0) }
      .transposed(axis, -1)
    let y = keepDims ? sums : sums.squeezed(at: axis)
    return y.recorded(from: self) { gradient, inputs in  // y = log Σ exp(x), whose slopes are softmax(x)
      inputs.add(0, self.softmax(axis: axis) * gradient.reshaped(to: sums.shape))
    }
  }

  /// log(1 / (1 + e⁻ˣ)), without losing small probabilities: `-log(e⁰ + e⁻ˣ)`.
  public func logSigmoid() -> Tensor { -Tensor.stacked([.zeros(shape), -self], axis: -1).logSumExp() }

  private func alongRows(
    _ axis: Int, _ operation: String, _ kernel: (_ rows: Int, _ count: Int, _ x: Input, _ y: Output) -> Void
  ) -> Tensor {
    let axis = Shape.axis(axis, of: shape, operation)
    guard axis == rank - 1 else {
      return transposed(axis, -1).alongRows(-1, operation, kernel).transposed(axis, -1)
    }
    let length = shape[axis]
    return Tensor(shape: shape) { if count > 0 { kernel(count / length, length, memory, $0) } }
  }
}
