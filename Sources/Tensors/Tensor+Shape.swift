// The same elements in another arrangement.

extension Tensor {
  /// The same elements in row-major order in another shape. One size may be -1 and is then found from the others.
  public func reshaped(to shape: [Int]) -> Tensor {
    guard let unknown = shape.firstIndex(of: -1) else {
      guard Shape.count(shape) == count else {
        stop(
          "reshaped(to: \(shape)): it has \(Shape.count(shape)) elements; the tensor, \(self.shape), has \(count)")
      }
      return rearranged(to: shape)
    }
    var found = shape
    found[unknown] = 1
    guard !found.contains(-1) else { stop("reshaped(to: \(shape)): only one size can be -1") }
    let known = Shape.count(found)
    guard known > 0, count % known == 0 else {
      stop(
        "reshaped(to: \(shape)): the \(count) elements of \(self.shape) cannot be shared out in groups of \(known)")
    }
    found[unknown] = count / known
    return rearranged(to: found)
  }

  private func rearranged(to shape: [Int]) -> Tensor {
    Tensor(sharing: storage, shape: shape).recorded(from: self) { gradient, inputs in
      inputs.add(0, gradient.reshaped(to: self.shape))
    }
  }

  /// The same elements in row-major order in another shape. One size may be -1 and is then found from the others.
  public func reshaped(_ shape: Int...) -> Tensor { reshaped(to: shape) }

  /// Shape `[count]`.
  public func flattened() -> Tensor { rearranged(to: [count]) }

  /// With a new axis of size 1: `[a, b]` expanded at 1 is `[a, 1, b]`, at -1 `[a, b, 1]`.
  public func expanded(at axis: Int) -> Tensor {
    var expanded = shape
    expanded.insert(1, at: Shape.placeOfNewAxis(axis, in: shape, "expanded(at:)"))
    return reshaped(to: expanded)
  }

  /// Without an axis of size 1. Stops if its size is another.
  public func squeezed(at axis: Int) -> Tensor {
    let place = Shape.axis(axis, of: shape, "squeezed(at:)")
    guard shape[place] == 1 else {
      stop("squeezed(at: \(axis)): the axis has size \(shape[place]) in the shape \(shape); only size 1 can go")
    }
    var squeezed = shape
    squeezed.remove(at: place)
    return rearranged(to: squeezed)
  }

  /// The last two axes exchanged: `[…, rows, columns]` becomes `[…, columns, rows]`.
  public func transposed() -> Tensor {
    guard rank >= 2 else { stop("transposed() needs two axes or more; the shape is \(shape)") }
    return transposed(-2, -1)
  }

  /// Two axes exchanged.
  public func transposed(_ a: Int, _ b: Int) -> Tensor {
    var order = Array(shape.indices)
    order.swapAt(Shape.axis(a, of: shape, "transposed"), Shape.axis(b, of: shape, "transposed"))
    return permuted(order)
  }

  /// The axes in another order: axis i of the result is axis `order[i]` of this tensor.
  public func permuted(_ order: [Int]) -> Tensor {
    let axes = order.map { Shape.axis($0, of: shape, "permuted") }
    guard axes.sorted() == Array(shape.indices) else {
      stop("permuted(\(order)): each axis of the shape \(shape) must be named once")
    }
    if axes == Array(shape.indices) { return self }
    let steps = Shape.steps(shape)
    let permuted = axes.map { shape[$0] }
    let y = Tensor(shape: permuted) { target in
      ck_copy(rank, permuted, memory, axes.map { steps[$0] }, target, Shape.steps(permuted))
    }
    return y.recorded(from: self) { gradient, inputs in  // axis i of y is axis axes[i] of x
      inputs.add(0, gradient.permuted(axes.indices.sorted { axes[$0] < axes[$1] }))
    }
  }

  /// The axes in another order: axis i of the result is axis `order[i]` of this tensor.
  public func permuted(_ order: Int...) -> Tensor { permuted(order) }

  /// Repeated along axes of size one, and along new axes in front.
  public func broadcast(to shape: [Int]) -> Tensor {
    guard rank <= shape.count, Shape.broadcast(self.shape, shape, "broadcast(to: \(shape))") == shape else {
      stop("broadcast(to: \(shape)): the shape \(self.shape) does not fit; only axes of size 1 can be repeated")
    }
    if shape == self.shape { return self }
    let y = Tensor(shape: shape) { target in
      ck_copy(shape.count, shape, memory, Shape.broadcastSteps(self.shape, to: shape), target, Shape.steps(shape))
    }
    return y.recorded(from: self) { gradient, inputs in  // y repeats x; add() sums over the repetitions
      inputs.add(0, gradient)
    }
  }
}
