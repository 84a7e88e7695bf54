// Comparing tensors: element by element with a tensor of 0 and 1 as result, and as wholes.

extension Tensor {
  /// 1 where the left element is less, else 0; the shapes are broadcast. Likewise the others.
  public static func .< (a: Tensor, b: Tensor) -> Tensor { combine(.less, a, b, ".<") }
  public static func .<= (a: Tensor, b: Tensor) -> Tensor { combine(.lessOrEqual, a, b, ".<=") }
  public static func .> (a: Tensor, b: Tensor) -> Tensor { combine(.greater, a, b, ".>") }
  public static func .>= (a: Tensor, b: Tensor) -> Tensor { combine(.greaterOrEqual, a, b, ".>=") }
  public static func .== (a: Tensor, b: Tensor) -> Tensor { combine(.equal, a, b, ".==") }
  public static func .!= (a: Tensor, b: Tensor) -> Tensor { combine(.notEqual, a, b, ".!=") }

  public static func .< (a: Tensor, b: Float) -> Tensor { a .< Tensor(b) }
  public static func .<= (a: Tensor, b: Float) -> Tensor { a .<= Tensor(b) }
  public static func .> (a: Tensor, b: Float) -> Tensor { a .> Tensor(b) }
  public static func .>= (a: Tensor, b: Float) -> Tensor { a .>= Tensor(b) }
  public static func .== (a: Tensor, b: Float) -> Tensor { a .== Tensor(b) }
  public static func .!= (a: Tensor, b: Float) -> Tensor { a .!= Tensor(b) }

  /// `other` where the mask is not 0, and this tensor elsewhere. All three shapes are broadcast.
  public func replacing(with other: Tensor, where mask: Tensor) -> Tensor {
    let both = Shape.broadcast(shape, other.shape, "replacing(with:where:)")
    let target = Shape.broadcast(both, mask.shape, "replacing(with:where:), values and mask")
    let (whole, new, kept) = Tensor.withoutGradients {
      (mask.broadcast(to: target), other.broadcast(to: target), broadcast(to: target))
    }
    let y = Tensor(shape: target) { ck_select(whole.count, whole.memory, new.memory, kept.memory, $0) }
    return y.recorded(from: self, other) { gradient, inputs in  // y = mask ≠ 0 ? other : self
      inputs.add(0, gradient.replacing(with: 0, where: whole))
      inputs.add(1, gradient.replacing(with: 0, where: whole .== 0))
    }
  }

  /// `number` where the mask is not 0, and this tensor elsewhere. The shapes are broadcast.
  public func replacing(with number: Float, where mask: Tensor) -> Tensor {
    replacing(with: Tensor(number), where: mask)
  }
}

extension Tensor: Equatable {
  /// Whether shapes and all elements are equal; NaN is not equal to itself.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    a.shape == b.shape && (0..<a.count).allSatisfy { a.memory[$0] == b.memory[$0] }
  }
}
