// Tensors from numbers.

extension Tensor {
  /// A single number, shape `[]`.
  public init(_ scalar: Float) { self.init(shape: []) { $0.pointee = scalar } }

  /// The elements in row-major order. Stops unless there are as many as the shape asks for.
  public init(_ scalars: [Float], shape: [Int]) {
    let needed = Shape.count(shape)
    guard scalars.count == needed else {
      stop("Tensor(_:shape:): the shape \(shape) needs \(needed) numbers; there are \(scalars.count)")
    }
    self.init(shape: shape) { memory in
      scalars.withUnsafeBufferPointer { numbers in
        if let first = numbers.baseAddress { memory.initialize(from: first, count: needed) }
      }
    }
  }

  /// Shape `[scalars.count]`.
  public init(_ scalars: [Float]) { self.init(scalars, shape: [scalars.count]) }

  /// Shape `[integers.count]`; exact up to 2²⁴. Numbers written in place are floats: `Tensor([1 / 2])` holds 0.5.
  @_disfavoredOverload
  public init(_ integers: [Int]) { self.init(integers.map { Float($0) }) }

  /// Shape `[rows, columns]`. Stops if the rows are not equally long.
  public init(_ rows: [[Float]]) { self = Tensor.nested(rows.map { Tensor($0) }) }

  /// Shape `[planes, rows, columns]`. Stops if lengths differ.
  public init(_ planes: [[[Float]]]) { self = Tensor.nested(planes.map { Tensor($0) }) }

  /// Shape `[first, planes, rows, columns]`. Stops if lengths differ.
  public init(_ boxes: [[[[Float]]]]) { self = Tensor.nested(boxes.map { Tensor($0) }) }

  /// Tensors of one shape behind each other along a new first axis.
  static func nested(_ parts: [Tensor]) -> Tensor {
    guard let first = parts.first else { return Tensor([], shape: [0]) }
    for (index, part) in parts.enumerated() where part.shape != first.shape {
      stop(
        "nested arrays must be equally long at each level; element 0 has the shape \(first.shape), element \(index) "
          + "the shape \(part.shape)")
    }
    return Tensor.stacked(parts, axis: 0)
  }

  /// `value` everywhere.
  public static func full(_ shape: [Int], _ value: Float) -> Tensor {
    Tensor(shape: shape) { ck_fill(Shape.count(shape), value, $0) }
  }

  /// 0 everywhere.
  public static func zeros(_ shape: [Int]) -> Tensor { full(shape, 0) }

  /// 0 everywhere.
  public static func zeros(_ shape: Int...) -> Tensor { full(shape, 0) }

  /// 1 everywhere.
  public static func ones(_ shape: [Int]) -> Tensor { full(shape, 1) }

  /// 1 everywhere.
  public static func ones(_ shape: Int...) -> Tensor { full(shape, 1) }

  /// `0, 1, …, count - 1`; shape `[count]`. Exact up to 2²⁴.
  public static func arange(_ count: Int) -> Tensor {
    Tensor(shape: [count]) { memory in
      for index in 0..<count { memory[index] = Float(index) }
    }
  }

  /// `start, start + step, …` before `end`; shape `[⌈(end - start) / step⌉]`, at least 0.
  public static func arange(_ start: Float, _ end: Float, step: Float = 1) -> Tensor {
    let steps = ((Double(end) - Double(start)) / Double(step)).rounded(.up)
    guard steps.isFinite, steps < 0x1p48 else { stop("arange: there is no end from \(start) to \(end) by \(step)") }
    let count = Swift.max(0, Int(steps))
    return Tensor(shape: [count]) { memory in
      for index in 0..<count { memory[index] = Float(Double(start) + Double(index) * Double(step)) }
    }
  }

  /// 1 on the diagonal and 0 elsewhere; shape `[size, size]`.
  public static func eye(_ size: Int) -> Tensor {
    Tensor(shape: [size, size]) { memory in
      ck_fill(size * size, 0, memory)
      for index in 0..<size { memory[index * size + index] = 1 }
    }
  }
}
