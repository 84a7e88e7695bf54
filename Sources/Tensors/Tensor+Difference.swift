// How far two tensors are apart: what tests and learners ask when two computations should agree.

/// Why a tensor is not close to the one expected: its shape, or its elements, of which the worst is named.
public enum TensorDifference: Equatable, Sendable, CustomStringConvertible {
  case shape(found: [Int], expected: [Int])
  case elements(count: Int, worst: Worst)

  /// The element that is farthest away; NaN, and an infinity that was not expected, are farther than any number.
  public struct Worst: Equatable, Sendable {
    public let index: [Int]
    public let found, expected: Float

    /// `|found - expected|`; infinite where one is NaN or infinite.
    public var error: Float {
      let distance = Swift.abs(found - expected)
      return distance.isNaN ? .infinity : distance
    }
  }

  public var description: String {
    switch self {
    case .shape(let found, let expected):
      return "the shape is \(found), expected \(expected)"
    case .elements(let count, let worst):
      let differ = count == 1 ? "1 element differs" : "\(count) elements differ, the worst"
      return "\(differ) at \(worst.index): \(worst.found), expected \(worst.expected), off by \(worst.error)"
    }
  }
}

extension Tensor {
  /// The difference from another tensor, or nil if the shapes are equal and each element differs by at most
  /// `absolute + relative · |expected|`. Infinities must be equal; NaN is close to nothing.
  public func difference(from expected: Tensor, relative: Float = 1e-5, absolute: Float = 1e-6) -> TensorDifference? {
    guard shape == expected.shape else { return .shape(found: shape, expected: expected.shape) }
    var differing = 0
    var worst = (place: 0, error: -Float.infinity)
    for place in 0..<count {
      let (mine, theirs) = (memory[place], expected.memory[place])
      let error = Swift.abs(mine - theirs)
      if mine == theirs || (theirs.isFinite && error <= absolute + relative * Swift.abs(theirs)) { continue }
      differing += 1
      let size = error.isNaN ? .infinity : error
      if size > worst.error { worst = (place, size) }
    }
    guard differing > 0 else { return nil }
    return .elements(
      count: differing,
      worst: .init(
        index: Shape.index(of: worst.place, in: shape), found: memory[worst.place],
        expected: expected.memory[worst.place]))
  }

  /// Whether there is no `difference(from:relative:absolute:)`.
  public func isClose(to other: Tensor, relative: Float = 1e-5, absolute: Float = 1e-6) -> Bool {
    difference(from: other, relative: relative, absolute: absolute) == nil
  }
}

extension Shape {
  /// Along each axis, where the element is that stands at `place` in row-major order.
  static func index(of place: Int, in shape: [Int]) -> [Int] {
    zip(steps(shape), shape).map { step, size in place / step % size }
  }
}
