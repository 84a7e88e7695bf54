// Layer norm and RMS norm as one operation each.

/// `(x - mean) / √(variance + ε) · scale + shift` over the last axis (Ba et al. 2016); the same shape.
///
/// - Parameter scale, shift: `[channels]`
public func layerNorm(_ x: Tensor, scale: Tensor, shift: Tensor?, epsilon: Float) -> Tensor {
  normalized(x, scale: scale, shift: shift, epsilon: epsilon, isCentred: true, "layerNorm")
}

/// `x / √(mean of x² + ε) · scale` over the last axis (Zhang and Sennrich 2019); the same shape.
///
/// - Parameter scale: `[channels]`
public func rmsNorm(_ x: Tensor, scale: Tensor, epsilon: Float) -> Tensor {
  normalized(x, scale: scale, shift: nil, epsilon: epsilon, isCentred: false, "rmsNorm")
}

private func normalized(
  _ x: Tensor, scale: Tensor, shift: Tensor?, epsilon: Float, isCentred: Bool, _ operation: String
) -> Tensor {
  guard let channels = x.shape.last, scale.shape == [channels], shift == nil || shift?.shape == [channels] else {
    stop(
      "\(operation): for the shape \(x.shape) scale and shift must have its last axis only; they are \(scale.shape)"
        + (shift.map { " and \($0.shape)" } ?? ""))
  }
  let rows = Shape.count(Array(x.shape.dropLast()))
  // Of each row: its mean (0 for RMS norm) and 1 / √(variance + ε).
  let means = Storage(count: rows), factors = Storage(count: rows)
  let y = Tensor(shape: x.shape) { out in
    ck_normalize(
      rows, channels, isCentred ? 1 : 0, x.memory, scale.memory, shift?.memory, epsilon, means.memory, factors.memory,
      out)
  }
  return y.recorded(from: [x, scale, shift]) { gradient, inputs in  // y = x̂ · scale + shift, x̂ = (x - mean) · factor
    inputs.accumulate(0) { target, isFirst in
      ck_normalize_gradient(
        rows, channels, isCentred ? 1 : 0, x.memory, scale.memory, means.memory, factors.memory, gradient.memory,
        isFirst ? 0 : 1, target)
    }
    // ∂scale = Σ ∂y · x̂ over the rows
    inputs.accumulate(1) { target, isFirst in
      ck_normalize_scale_gradient(
        rows, channels, x.memory, means.memory, factors.memory, gradient.memory, isFirst ? 0 : 1, target)
    }
    // ∂shift = Σ ∂y over the rows
    inputs.addRows(2, gradient)
  }
}
