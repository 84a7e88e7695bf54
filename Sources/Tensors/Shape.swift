// Arithmetic on shapes, and the checks that operations share. `operation` is how the message names the caller.

enum Shape {
  /// The product of the sizes. Stops for a negative size, too many axes, or more elements than can be counted: also
  /// where a size of 0 makes the product 0, so that no product of some of the sizes overflows later.
  static func count(_ shape: [Int]) -> Int {
    guard shape.count <= maximumRank else {
      stop("a tensor may have at most \(maximumRank) axes; the shape \(shape) has \(shape.count)")
    }
    if let negative = shape.first(where: { $0 < 0 }) {
      stop("a size cannot be negative; the shape \(shape) has \(negative)")
    }
    var count = 1
    for size in shape where size > 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow else { stop("the shape \(shape) has more elements than can be counted") }
      count = product
    }
    return shape.contains(0) ? 0 : count
  }

  /// How far one step along each axis moves in row-major memory.
  static func steps(_ shape: [Int]) -> [Int] {
    var steps = shape
    var step = 1
    for axis in shape.indices.reversed() {
      steps[axis] = step
      step *= shape[axis]
    }
    return steps
  }

  /// An axis counted from 0.
  static func axis(_ axis: Int, of shape: [Int], _ operation: String) -> Int {
    let positive = axis < 0 ? axis + shape.count : axis
    guard shape.indices.contains(positive) else {
      let range =
        shape.isEmpty ? "it has none" : "its axes are 0 to \(shape.count - 1), or -\(shape.count) to -1 from the end"
      stop("\(operation): there is no axis \(axis) in the shape \(shape); \(range)")
    }
    return positive
  }

  /// Where a new axis goes, counted from 0: -1 is behind the last.
  static func placeOfNewAxis(_ axis: Int, in shape: [Int], _ operation: String) -> Int {
    let place = axis < 0 ? axis + shape.count + 1 : axis
    guard (0...shape.count).contains(place) else {
      stop(
        "\(operation): there is no place \(axis) for an axis in the shape \(shape); its places are 0 to "
          + "\(shape.count), or -\(shape.count + 1) to -1 from the end")
    }
    return place
  }

  /// Axes counted from 0, ascending. Stops if one is named twice.
  static func axes(_ axes: [Int], of shape: [Int], _ operation: String) -> [Int] {
    let sorted = axes.map { axis($0, of: shape, operation) }.sorted()
    for (one, next) in zip(sorted, sorted.dropFirst()) where one == next {
      stop("\(operation): axis \(one) of the shape \(shape) is named twice in \(axes)")
    }
    return sorted
  }

  /// The shape in which both fit: aligned at the last axis, axes of size one are repeated (NumPy's rule). Its elements
  /// can be counted.
  static func broadcast(_ a: [Int], _ b: [Int], _ operation: @autoclosure () -> String) -> [Int] {
    if a == b { return a }
    let rank = max(a.count, b.count)
    let shape = (0..<rank).map { axis in
      let sizeA = axis < rank - a.count ? 1 : a[axis - (rank - a.count)]
      let sizeB = axis < rank - b.count ? 1 : b[axis - (rank - b.count)]
      guard sizeA == sizeB || sizeA == 1 || sizeB == 1 else {
        stop(
          "\(operation()): the shapes \(a) and \(b) do not fit together: along axis \(axis - rank) the sizes are "
            + "\(sizeA) and \(sizeB). Sizes must be equal, or one of them 1.")
      }
      return sizeA == 1 ? sizeB : sizeA
    }
    _ = count(shape)
    return shape
  }

  /// How far each axis of `target` moves in a tensor of `shape` that is broadcast to it: 0 where it is repeated.
  static func broadcastSteps(_ shape: [Int], to target: [Int]) -> [Int] {
    let own = steps(shape)
    let missing = target.count - shape.count
    return target.indices.map { axis in
      axis < missing || shape[axis - missing] == 1 ? 0 : own[axis - missing]
    }
  }

  /// The shape seen as `[outer, count, inner]` round one axis.
  static func split(_ shape: [Int], at axis: Int) -> (outer: Int, count: Int, inner: Int) {
    (shape[..<axis].reduce(1, *), shape[axis], shape[(axis + 1)...].reduce(1, *))
  }
}
