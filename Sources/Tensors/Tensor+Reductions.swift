// Many elements to one. The axes named disappear, or stay with size 1 if `keepDims` is true; without axes, all of them.
// Sums are formed in double precision, in an order that does not depend on the number of threads.

extension Tensor {
  /// Sum of the elements along all axes. Shape `[]`, or all ones.
  public func sum(keepDims: Bool = false) -> Tensor { sum(axes: Array(shape.indices), keepDims: keepDims) }

  /// Sum along one axis; 0 if its size is 0.
  public func sum(axis: Int, keepDims: Bool = false) -> Tensor { sum(axes: [axis], keepDims: keepDims) }

  /// Sum along several axes; along none, the tensor itself.
  public func sum(axes: [Int], keepDims: Bool = false) -> Tensor {
    let y = reduce(axes, keepDims, "sum") { layout, x, out in
      ck_sum(layout.outer, layout.count, layout.inner, x, 1, out)
    }
    return y.recorded(from: self) { gradient, inputs in  // y = Σ x
      inputs.add(0, gradient.spread(along: axes, of: self))
    }
  }

  /// Mean of all elements. Shape `[]`, or all ones.
  public func mean(keepDims: Bool = false) -> Tensor { mean(axes: Array(shape.indices), keepDims: keepDims) }

  /// Mean along one axis; NaN if its size is 0.
  public func mean(axis: Int, keepDims: Bool = false) -> Tensor { mean(axes: [axis], keepDims: keepDims) }

  /// Mean along several axes.
  public func mean(axes: [Int], keepDims: Bool = false) -> Tensor {
    let y = reduce(axes, keepDims, "mean") { layout, x, out in
      if layout.count == 0 {
        ck_fill(layout.outer * layout.inner, .nan, out)
      } else {
        ck_sum(layout.outer, layout.count, layout.inner, x, 1 / Double(layout.count), out)
      }
    }
    return y.recorded(from: self) { gradient, inputs in  // y = Σ x / n
      inputs.add(0, (gradient * (Float(gradient.count) / Float(count))).spread(along: axes, of: self))
    }
  }

  /// Variance of all elements; see `variance(axes:correction:keepDims:)`.
  public func variance(correction: Int = 1, keepDims: Bool = false) -> Tensor {
    variance(axes: Array(shape.indices), correction: correction, keepDims: keepDims)
  }

  /// Variance along one axis; see `variance(axes:correction:keepDims:)`.
  public func variance(axis: Int, correction: Int = 1, keepDims: Bool = false) -> Tensor {
    variance(axes: [axis], correction: correction, keepDims: keepDims)
  }

  /// Mean squared distance from the mean along several axes, Σ(x - mean)² / (n - correction); NaN unless n is larger
  /// than the correction.
  ///
  /// - Parameter correction: 1 estimates the variance of what the elements were drawn from, as PyTorch does by default;
  ///   0 is the variance of the elements themselves, as in layer norm.
  public func variance(axes: [Int], correction: Int = 1, keepDims: Bool = false) -> Tensor {
    let axes = Shape.axes(axes, of: shape, "variance")
    let distances = self - mean(axes: axes, keepDims: true)
    let n = axes.reduce(1) { $0 * shape[$1] }
    let divisor = n > correction ? Float(n - correction) : .nan
    return distances.squared().sum(axes: axes, keepDims: keepDims) / divisor
  }

  /// Largest of all elements; NaN if one is. Stops if there are none.
  public func max(keepDims: Bool = false) -> Tensor { extremum(Array(shape.indices), keepDims, 1, "max") }

  /// Largest along one axis; NaN if one is. Stops if there are no elements to choose from.
  public func max(axis: Int, keepDims: Bool = false) -> Tensor { extremum([axis], keepDims, 1, "max") }

  /// Largest along several axes.
  public func max(axes: [Int], keepDims: Bool = false) -> Tensor { extremum(axes, keepDims, 1, "max") }

  /// Smallest of all elements; NaN if one is. Stops if there are none.
  public func min(keepDims: Bool = false) -> Tensor { extremum(Array(shape.indices), keepDims, -1, "min") }

  /// Smallest along one axis; NaN if one is. Stops if there are no elements to choose from.
  public func min(axis: Int, keepDims: Bool = false) -> Tensor { extremum([axis], keepDims, -1, "min") }

  /// Smallest along several axes.
  public func min(axes: [Int], keepDims: Bool = false) -> Tensor { extremum(axes, keepDims, -1, "min") }

  /// Where in `scalars` the largest element is, the first if there are several; NaN counts as largest.
  public func argmax() -> Int { flattened().indicesOfLargest(axis: 0)[0] }

  /// The index of the largest element along an axis, the first if there are several; NaN counts as largest. Indices are
  /// whole numbers, exact up to 2²⁴.
  public func argmax(axis: Int, keepDims: Bool = false) -> Tensor {
    let axis = Shape.axis(axis, of: shape, "argmax")
    return Tensor(
      indicesOfLargest(axis: axis).map { Float($0) }, shape: Shape.reduced(shape, [axis], keepDims: keepDims))
  }

  /// The sum of each element and those before it along an axis; the same shape.
  public func cumulativeSum(axis: Int) -> Tensor {
    let layout = Shape.split(shape, at: Shape.axis(axis, of: shape, "cumulativeSum"))
    let y = Tensor(shape: shape) { ck_cumulative_sum(layout.outer, layout.count, layout.inner, memory, $0) }
    return y.recorded(from: self) { gradient, inputs in  // yᵢ = x₀ + … + xᵢ, so xᵢ is in yᵢ and all behind it
      let place = Shape.axis(axis, of: gradient.shape, "cumulativeSum")
      let backwards = Array((0..<layout.count).reversed())
      inputs.add(0, gradient.gather(backwards, axis: place).cumulativeSum(axis: place).gather(backwards, axis: place))
    }
  }

  private func indicesOfLargest(axis: Int) -> [Int] {
    let layout = Shape.split(shape, at: axis)
    let results = layout.outer * layout.inner
    guard layout.count > 0 || results == 0 else { stop("argmax: there are no elements along axis \(axis) of \(shape)") }
    return Array(unsafeUninitializedCapacity: results) { indices, count in
      if let first = indices.baseAddress, results > 0 {
        ck_argmax(layout.outer, layout.count, layout.inner, memory, first)
      }
      count = results
    }
  }

  private func extremum(_ axes: [Int], _ keepDims: Bool, _ sign: Float, _ operation: String) -> Tensor {
    let y = reduce(axes, keepDims, operation) { layout, x, out in
      guard layout.outer * layout.inner > 0 else { return }
      guard layout.count > 0 else { stop("\(operation): there are no elements along axes \(axes) of \(shape)") }
      ck_extremum(layout.outer, layout.count, layout.inner, x, sign, out)
    }
    return y.recorded(from: self) { gradient, inputs in  // y = max(x); where several are largest, each has its share
      let isLargest = self .== y.spread(along: axes, of: self)
      let share = isLargest / isLargest.sum(axes: axes, keepDims: true)
      inputs.add(0, gradient.spread(along: axes, of: self) * share)
    }
  }

  /// The gradient of a reduction, or its result, at every element that went into it.
  private func spread(along axes: [Int], of x: Tensor) -> Tensor {
    let axes = Shape.axes(axes, of: x.shape, "spread")
    return reshaped(to: Shape.reduced(x.shape, axes, keepDims: true)).broadcast(to: x.shape)
  }

  /// Calls `kernel` with the axes to reduce brought together: `[outer, count, inner]`.
  private func reduce(
    _ axes: [Int], _ keepDims: Bool, _ operation: String,
    _ kernel: (_ layout: (outer: Int, count: Int, inner: Int), _ x: Input, _ out: Output) -> Void
  ) -> Tensor {
    let axes = Shape.axes(axes, of: shape, operation)
    let result = Shape.reduced(shape, axes, keepDims: keepDims)
    guard let first = axes.first, let last = axes.last else {
      return Tensor(shape: result) { kernel((1, 1, count), memory, $0) }
    }
    guard last - first == axes.count - 1 else {
      let kept = shape.indices.filter { !axes.contains($0) }
      let gathered = constant.permuted(kept + axes)
      let size = axes.reduce(1) { $0 * shape[$1] }
      return Tensor(shape: result) { kernel((Shape.count(result), size, 1), gathered.memory, $0) }
    }
    let outer = shape[..<first].reduce(1, *)
    let size = shape[first...last].reduce(1, *)
    let inner = shape[(last + 1)...].reduce(1, *)
    return Tensor(shape: result) { kernel((outer, size, inner), memory, $0) }
  }
}

extension Shape {
  /// The shape without the axes, or with size 1 there.
  static func reduced(_ shape: [Int], _ axes: [Int], keepDims: Bool) -> [Int] {
    keepDims
      ? shape.indices.map { axes.contains($0) ? 1 : shape[$0] }
      : shape.indices.filter { !axes.contains($0) }.map { shape[$0] }
  }
}
