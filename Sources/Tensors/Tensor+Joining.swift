// Several tensors as one, and one as several.

extension Tensor {
  /// Tensors behind each other along an axis, in which alone their shapes may differ.
  public static func concatenated(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = tensors.first else { stop("concatenated: there are no tensors, so there is no shape") }
    let axis = Shape.axis(axis, of: first.shape, "concatenated")
    var shape = first.shape
    shape[axis] = 0
    for (index, tensor) in tensors.enumerated() {
      var other = tensor.shape
      if other.count == shape.count { other[axis] = first.shape[axis] }
      guard other == first.shape else {
        stop(
          "concatenated(axis: \(axis)): the shapes may differ along that axis only; tensor 0 has \(first.shape), "
            + "tensor \(index) has \(tensor.shape)")
      }
      shape[axis] += tensor.shape[axis]
    }
    let (outer, _, inner) = Shape.split(shape, at: axis)
    let width = shape[axis] * inner
    let y = Tensor(shape: shape) { target in
      var start = 0
      for tensor in tensors {
        let part = tensor.shape[axis] * inner
        ck_copy(2, [outer, part], tensor.memory, [part, 1], target + start, [width, 1])
        start += part
      }
    }
    return y.recorded(from: tensors) { gradient, inputs in  // each input is a part of y
      var start = 0
      for (index, tensor) in tensors.enumerated() {
        inputs.add(index, gradient.slice(from: start, count: tensor.shape[axis], axis: axis))
        start += tensor.shape[axis]
      }
    }
  }

  /// Tensors of one shape along a new axis.
  public static func stacked(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = tensors.first else { stop("stacked: there are no tensors, so there is no shape") }
    for (index, tensor) in tensors.enumerated() where tensor.shape != first.shape {
      stop("stacked: the shapes must be equal; tensor 0 has \(first.shape), tensor \(index) has \(tensor.shape)")
    }
    let place = Shape.placeOfNewAxis(axis, in: first.shape, "stacked")
    return concatenated(tensors.map { $0.expanded(at: place) }, axis: place)
  }

  /// Equal parts along an axis. Stops unless its size can be divided by their number.
  public func split(into parts: Int, axis: Int) -> [Tensor] {
    let place = Shape.axis(axis, of: shape, "split")
    guard parts > 0, shape[place] % parts == 0 else {
      stop("split(into: \(parts), axis: \(axis)): the axis has size \(shape[place]) in the shape \(shape)")
    }
    let size = shape[place] / parts
    return (0..<parts).map { slice(from: $0 * size, count: size, axis: place) }
  }

  /// `count` places along an axis; the caller has checked that they are there.
  func slice(from start: Int, count: Int, axis: Int) -> Tensor {
    if count == shape[axis] { return self }
    let (outer, whole, inner) = Shape.split(shape, at: axis)
    var part = shape
    part[axis] = count
    let y = Tensor(shape: part) { target in
      ck_copy(
        2, [outer, count * inner], memory + start * inner, [whole * inner, 1], target, [count * inner, 1])
    }
    return y.recorded(from: self) { gradient, inputs in  // y = x[start ..< start + count]
      inputs.accumulate(0) { target, isFirst in
        if isFirst { ck_fill(self.count, 0, target) }
        ck_add_rows(outer, count * inner, gradient.memory, count * inner, target + start * inner, whole * inner)
      }
    }
  }
}
