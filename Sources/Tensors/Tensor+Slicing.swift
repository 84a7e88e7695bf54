// Parts of a tensor.

extension Tensor {
  /// The part selected along each axis from the first on; axes that are not mentioned are kept whole.
  ///
  /// For shape `[batch, time, channels]`: `x[0]` is `[time, channels]`, `x[0..., -1]` is `[batch, channels]`,
  /// `x[0..., 0..<3]` is `[batch, 3, channels]`, `x[[2, 0]]` is `[2, time, channels]`.
  /// Stops for places outside an axis.
  public subscript(_ selections: any AxisSelection...) -> Tensor {
    guard selections.count <= rank else {
      stop("subscript: \(selections.count) indices for the shape \(shape), which has \(rank) axes")
    }
    var result = self
    var axis = 0
    for (place, selection) in selections.enumerated() {
      let size = shape[place]
      switch selection.places(ofAxisWithSize: size) {
      case .one(let index):
        check(index, axis: place)
        result = result.slice(from: index, count: 1, axis: axis).squeezed(at: axis)
        axis -= 1
      case .range(let range):
        guard range.lowerBound >= 0, range.upperBound <= size else {
          stop("subscript: \(range) is outside axis \(place), of size \(size), of the shape \(shape)")
        }
        result = result.slice(from: range.lowerBound, count: range.count, axis: axis)
      case .list(let indices):
        for index in indices { check(index, axis: place) }
        result = result.gather(indices, axis: axis)
      }
      axis += 1
    }
    return result
  }

  /// For each place along the other axes, the element that `indices` names along the last axis: shape
  /// `[…, count]` and `[…]` give `[…]`. The log-probabilities of the tokens that came next, for instance.
  public func picking(_ indices: [Int]) -> Tensor {
    let rows = Array(shape.dropLast())
    guard let size = shape.last, indices.count == Shape.count(rows) else {
      stop("picking: the shape \(shape) needs an index for each row of its last axis; there are \(indices.count)")
    }
    for index in indices where !(0..<size).contains(index) {
      stop("picking: there is no index \(index) along the last axis of \(shape)")
    }
    let y = Tensor(shape: rows) { target in
      for (row, index) in indices.enumerated() { target[row] = memory[row * size + index] }
    }
    return y.recorded(from: self) { gradient, inputs in  // y[row] = x[row, index]
      inputs.accumulate(0) { target, isFirst in
        if isFirst { ck_fill(count, 0, target) }
        for (row, index) in indices.enumerated() { target[row * size + index] += gradient.memory[row] }
      }
    }
  }

  private func check(_ index: Int, axis: Int) {
    guard shape[axis] > index, index >= 0 else {
      let given = index < 0 ? "\(index - shape[axis])" : "\(index)"
      stop("subscript: there is no index \(given) along axis \(axis), of size \(shape[axis]), of the shape \(shape)")
    }
  }

  /// The places along an axis in the order given; the caller has checked that they are there.
  func gather(_ indices: [Int], axis: Int) -> Tensor {
    let (outer, size, inner) = Shape.split(shape, at: axis)
    var result = shape
    result[axis] = indices.count
    let rows = (0..<outer).flatMap { block in indices.map { block * size + $0 } }
    let y = Tensor(shape: result) { ck_gather_rows(rows.count, inner, rows, memory, $0) }
    return y.recorded(from: self) { gradient, inputs in  // y[r] = x[rows[r]]
      inputs.accumulate(0) { target, isFirst in
        if isFirst { ck_fill(count, 0, target) }
        ck_scatter_rows(rows.count, inner, rows, gradient.memory, target)
      }
    }
  }
}
