// What the operations mean, as plain loops in double precision, and how a tensor is held against it.
import Tensors
import Testing

/// An array of doubles with a shape. Every function is written from the definition, an index at a time.
struct Reference {
  let shape: [Int]
  var values: [Double]

  init(_ tensor: Tensor) { (shape, values) = (tensor.shape, tensor.scalars.map(Double.init)) }

  init(shape: [Int], _ value: (_ index: [Int]) -> Double) {
    var values: [Double] = []
    Self.forEachIndex(of: shape) { values.append(value($0)) }
    self.init(shape: shape, values: values)
  }

  /// All indices of a shape, the last axis running fastest.
  static func forEachIndex(of shape: [Int], _ body: (_ index: [Int]) -> Void) {
    var index = shape.map { _ in 0 }
    for _ in 0..<shape.reduce(1, *) {
      body(index)
      for axis in shape.indices.reversed() {
        index[axis] += 1
        if index[axis] < shape[axis] { break }
        index[axis] = 0
      }
    }
  }

  private init(shape: [Int], values: [Double]) { (self.shape, self.values) = (shape, values) }

  func place(of index: [Int]) -> Int { zip(index, shape).reduce(0) { $0 * $1.1 + $1.0 } }

  subscript(index: [Int]) -> Double { values[place(of: index)] }

  /// The element that is repeated at an index of a shape this one is broadcast to.
  func broadcast(at index: [Int]) -> Double {
    self[zip(index.suffix(shape.count), shape).map { $1 == 1 ? 0 : $0 }]
  }

  static func combining(_ a: Tensor, _ b: Tensor, _ formula: (Double, Double) -> Double) -> Reference {
    combining(Reference(a), Reference(b), formula)
  }

  private static func combining(
    _ a: Reference, _ b: Reference, _ formula: (Double, Double) -> Double
  ) -> Reference {
    let rank = max(a.shape.count, b.shape.count)
    let sizes = [a.shape, b.shape].map { Array(repeating: 1, count: rank - $0.count) + $0 }
    let shape = zip(sizes[0], sizes[1]).map { $0 == 1 ? $1 : $0 }
    return Reference(shape: shape) { formula(a.broadcast(at: $0), b.broadcast(at: $0)) }
  }

  func mapping(_ formula: (Double) -> Double) -> Reference {
    Reference(shape: shape) { formula(self[$0]) }
  }

  /// Calls `formula` with the elements along the axes, which stay with size 1 or go.
  func reducing(_ axes: [Int], keepDims: Bool = false, _ formula: ([Double]) -> Double) -> Reference {
    let axes = axes.map { $0 < 0 ? $0 + shape.count : $0 }
    // Each element belongs to the result that has 0 along the axes.
    var groups = Reference(shape: shape.indices.map { axes.contains($0) ? 1 : shape[$0] }) { _ in 0 }
    var members = [[Double]](repeating: [], count: groups.values.count)
    var place = 0
    Self.forEachIndex(of: shape) { index in
      members[groups.place(of: zip(index, groups.shape).map { $1 == 1 ? 0 : $0 })].append(values[place])
      place += 1
    }
    groups.values = members.map(formula)
    let kept = shape.indices.filter { !axes.contains($0) }.map { shape[$0] }
    return keepDims ? groups : Reference(shape: kept, values: groups.values)
  }

  /// Calls `formula` with the elements along one axis and puts as many in their place.
  func replacingRows(along axis: Int, _ formula: ([Double]) -> [Double]) -> Reference {
    let axis = axis < 0 ? axis + shape.count : axis
    var result = self
    let step = shape[(axis + 1)...].reduce(1, *)
    Self.forEachIndex(of: shape) { index in
      guard index[axis] == 0 else { return }
      let places = (0..<shape[axis]).map { place(of: index) + $0 * step }
      for (place, value) in zip(places, formula(places.map { values[$0] })) { result.values[place] = value }
    }
    return result
  }

  /// The matrix product of the last two axes; those before are broadcast.
  static func matmul(_ a: Tensor, _ b: Tensor) -> Reference {
    let (a, b) = (Reference(a), Reference(b))
    let (rows, inner) = (a.shape[a.shape.count - 2], a.shape[a.shape.count - 1])
    let columns = b.shape[b.shape.count - 1]
    // The place of each matrix, among the matrices of its own.
    let batchA = Reference(shape: a.shape.dropLast(2), counting: rows * inner)
    let batchB = Reference(shape: b.shape.dropLast(2), counting: inner * columns)
    let starts = (combining(batchA, batchB) { a, _ in a }, combining(batchA, batchB) { _, b in b })
    var values: [Double] = []
    for (startA, startB) in zip(starts.0.values.map { Int($0) }, starts.1.values.map { Int($0) }) {
      for row in 0..<rows {
        for column in 0..<columns {
          var sum = 0.0
          for place in 0..<inner {
            sum += a.values[startA + row * inner + place] * b.values[startB + place * columns + column]
          }
          values.append(sum)
        }
      }
    }
    return Reference(shape: starts.0.shape + [rows, columns], values: values)
  }

  /// 0, step, 2 · step …
  private init(shape: some Sequence<Int>, counting step: Int) {
    let shape = Array(shape)
    self.init(shape: shape, values: (0..<shape.reduce(1, *)).map { Double($0 * step) })
  }
}

/// Records an issue that names the shapes, or else the worst index and its error, unless the tensor is close to the
/// reference. Where the reference is NaN the tensor must be.
func expect(
  _ tensor: Tensor, isCloseTo reference: Reference, relative: Float = 1e-5, absolute: Float = 1e-6,
  _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  var expected = reference.values.map(Float.init)
  if tensor.shape == reference.shape {
    let found = tensor.scalars
    // NaN is close to nothing, so where both have it a number takes its place.
    for place in expected.indices where expected[place].isNaN && found[place].isNaN { expected[place] = 0 }
    let comparable = zip(found, reference.values).map { $0.isNaN && $1.isNaN ? 0 : $0 }
    let difference = Tensor(comparable, shape: tensor.shape)
      .difference(from: Tensor(expected, shape: reference.shape), relative: relative, absolute: absolute)
    if let difference { Issue.record("\(what) \(difference)", sourceLocation: sourceLocation) }
  } else {
    Issue.record("\(what) the shape is \(tensor.shape), expected \(reference.shape)", sourceLocation: sourceLocation)
  }
}

extension Tensor {
  var isNaNEverywhere: Bool { scalars.allSatisfy { $0.isNaN } }
}

extension SeededRandom {
  /// Normally distributed numbers of a shape.
  mutating func tensor(_ shape: [Int]) -> Tensor { Tensor.randomNormal(shape, using: &self) }

  /// 0 to `mostAxes` axes of size 0 to 5, size 1 more often.
  mutating func shape(mostAxes: Int) -> [Int] {
    (0..<Int.random(in: 0...mostAxes, using: &self)).map { _ in [1, 1, 2, 3, 4, 5, 0].randomElement(using: &self) ?? 1 }
  }

  /// Two shapes that fit together: of one shape, axes in front go and others become 1.
  mutating func shapesThatFit() -> ([Int], [Int]) {
    let whole = shape(mostAxes: 4)
    func part() -> [Int] {
      whole.dropFirst(Int.random(in: 0...whole.count, using: &self))
        .map { Int.random(in: 0..<3, using: &self) == 0 ? 1 : $0 }
    }
    return (part(), part())
  }
}
