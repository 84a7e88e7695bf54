// Arithmetic of two tensors, element by element. Shapes are broadcast: aligned at the last axis, an axis of size one or
// a missing axis is repeated.

extension Tensor {
  /// Sum of elements; the shapes are broadcast.
  public static func + (a: Tensor, b: Tensor) -> Tensor {
    combine(.add, a, b, "+").recorded(from: a, b) { gradient, inputs in  // y = a + b
      inputs.add(0, gradient)
      inputs.add(1, gradient)
    }
  }

  public static func + (a: Tensor, b: Float) -> Tensor { a + Tensor(b) }
  public static func + (a: Float, b: Tensor) -> Tensor { Tensor(a) + b }

  /// Difference of elements; the shapes are broadcast.
  public static func - (a: Tensor, b: Tensor) -> Tensor {
    combine(.subtract, a, b, "-").recorded(from: a, b) { gradient, inputs in  // y = a - b
      inputs.add(0, gradient)
      inputs.add(1, -gradient)
    }
  }

  public static func - (a: Tensor, b: Float) -> Tensor { a - Tensor(b) }
  public static func - (a: Float, b: Tensor) -> Tensor { Tensor(a) - b }

  /// Product of elements; the shapes are broadcast. The matrix product is `matmul`.
  public static func * (a: Tensor, b: Tensor) -> Tensor {
    combine(.multiply, a, b, "*").recorded(from: a, b) { gradient, inputs in  // y = a · b
      inputs.add(0, gradient * b)
      inputs.add(1, gradient * a)
    }
  }

  public static func * (a: Tensor, b: Float) -> Tensor { a * Tensor(b) }
  public static func * (a: Float, b: Tensor) -> Tensor { Tensor(a) * b }

  /// Quotient of elements; the shapes are broadcast. Division by 0 gives ±inf or NaN.
  public static func / (a: Tensor, b: Tensor) -> Tensor {
    combine(.divide, a, b, "/").recorded(from: a, b) { gradient, inputs in  // y = a / b
      inputs.add(0, gradient / b)
      inputs.add(1, -(gradient * a / b.squared()))
    }
  }

  public static func / (a: Tensor, b: Float) -> Tensor { a / Tensor(b) }
  public static func / (a: Float, b: Tensor) -> Tensor { Tensor(a) / b }

  public static func += (a: inout Tensor, b: Tensor) { a = a + b }
  public static func += (a: inout Tensor, b: Float) { a = a + b }
  public static func -= (a: inout Tensor, b: Tensor) { a = a - b }
  public static func -= (a: inout Tensor, b: Float) { a = a - b }
  public static func *= (a: inout Tensor, b: Tensor) { a = a * b }
  public static func *= (a: inout Tensor, b: Float) { a = a * b }
  public static func /= (a: inout Tensor, b: Tensor) { a = a / b }
  public static func /= (a: inout Tensor, b: Float) { a = a / b }

  /// The larger of two elements; NaN if one is. The shapes are broadcast.
  public static func maximum(_ a: Tensor, _ b: Tensor) -> Tensor {
    combine(.maximum, a, b, "maximum").recorded(from: a, b) { gradient, inputs in  // y = maximum(a, b)
      let tie = (a .== b) * 0.5  // half to each
      inputs.add(0, gradient * ((a .> b) + tie))
      inputs.add(1, gradient * ((b .> a) + tie))
    }
  }

  /// The smaller of two elements; NaN if one is. The shapes are broadcast.
  public static func minimum(_ a: Tensor, _ b: Tensor) -> Tensor {
    combine(.minimum, a, b, "minimum").recorded(from: a, b) { gradient, inputs in  // y = minimum(a, b)
      let tie = (a .== b) * 0.5  // half to each
      inputs.add(0, gradient * ((a .< b) + tie))
      inputs.add(1, gradient * ((b .< a) + tie))
    }
  }

  static func combine(_ kernel: BinaryKernel, _ a: Tensor, _ b: Tensor, _ operation: String) -> Tensor {
    if a.shape == b.shape || a.rank == 0 || b.rank == 0 {
      // No layout has to be worked out: one row, in which single numbers are repeated. Matters for small tensors.
      return Tensor(shape: a.rank == 0 ? b.shape : a.shape) { out in
        var (count, aStep, bStep) = (Swift.max(a.count, b.count), a.rank == 0 ? 0 : 1, b.rank == 0 ? 0 : 1)
        ck_binary(kernel.rawValue, 1, &count, a.memory, &aStep, b.memory, &bStep, out)
      }
    }
    let shape = Shape.broadcast(a.shape, b.shape, operation)
    let layout = BroadcastLayout(a.shape, b.shape, to: shape)
    return Tensor(shape: shape) { out in
      ck_binary(
        kernel.rawValue, layout.shape.count, layout.shape, a.memory, layout.aSteps, b.memory, layout.bSteps, out)
    }
  }
}

/// The fewest axes over which two inputs can be walked: axes of size one are left out, and neighbours joined where both
/// inputs move through them as through one.
struct BroadcastLayout {
  private(set) var shape: [Int] = []
  private(set) var aSteps: [Int] = []
  private(set) var bSteps: [Int] = []

  init(_ a: [Int], _ b: [Int], to target: [Int]) {
    let aOwn = Shape.broadcastSteps(a, to: target)
    let bOwn = Shape.broadcastSteps(b, to: target)
    for axis in target.indices where target[axis] != 1 {
      let size = target[axis]
      if let last = shape.indices.last, aSteps[last] == aOwn[axis] * size, bSteps[last] == bOwn[axis] * size {
        shape[last] *= size
        aSteps[last] = aOwn[axis]
        bSteps[last] = bOwn[axis]
      } else {
        shape.append(size)
        aSteps.append(aOwn[axis])
        bSteps.append(bOwn[axis])
      }
    }
    if shape.isEmpty { (shape, aSteps, bSteps) = ([1], [0], [0]) }
  }

  /// Where in each input the element is that goes to place `index` of the row-major result.
  func places(of index: Int) -> (a: Int, b: Int) {
    var (a, b, rest) = (0, 0, index)
    for axis in shape.indices.reversed() {
      let (quotient, place) = rest.quotientAndRemainder(dividingBy: shape[axis])
      a += place * aSteps[axis]
      b += place * bSteps[axis]
      rest = quotient
    }
    return (a, b)
  }
}
