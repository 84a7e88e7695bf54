// Every operation's gradient against measured slopes, over random shapes with empty axes and axes of size one.
import Tensors
import Testing

/// Records an issue that names the worst place unless the gradients of a function are what small steps show.
func expectGradients(
  of inputs: [Tensor], _ what: String = "", within limit: Float = 1e-3,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ function: ([Tensor]) -> Tensor
) {
  let check = gradientCheck(of: inputs, function)
  if !(check.largestError <= limit) {
    Issue.record("\(what) \(inputs.map(\.shape)): \(check)", sourceLocation: sourceLocation)
  }
}

extension SeededRandom {
  /// 1 to 2, away from where functions have corners.
  mutating func positive(_ shape: [Int]) -> Tensor { Tensor.randomUniform(shape, in: 1..<2, using: &self) }

  /// Whole numbers in random order, each once: no step changes which is larger.
  mutating func distinct(_ shape: [Int]) -> Tensor {
    let count = shape.reduce(1, *)
    return Tensor((0..<count).map { Float($0) - 0.5 }.shuffled(using: &self), shape: shape)
  }

  /// Without empty axes.
  mutating func fullShape(axes: ClosedRange<Int>) -> [Int] {
    (0..<Int.random(in: axes, using: &self)).map { _ in [1, 2, 3, 4].randomElement(using: &self) ?? 1 }
  }
}

@Suite("Gradients of operations")
struct GradientTests {
  static let operators: [(String, @Sendable (Tensor, Tensor) -> Tensor)] = [
    ("+", { $0 + $1 }), ("-", { $0 - $1 }), ("*", { $0 * $1 }), ("/", { $0 / $1 }),
  ]

  @Test("arithmetic, with broadcasts", arguments: operators.indices)
  func arithmetic(operation: Int) {
    var random = SeededRandom(seed: operation)
    let (name, function) = Self.operators[operation]
    for _ in 0..<12 {
      let (a, b) = random.shapesThatFit()
      expectGradients(of: [random.positive(a), random.positive(b)], name) { function($0[0], $0[1]) }
    }
    expectGradients(of: [random.positive([3])], name) { function($0[0], $0[0]) }
    expectGradients(of: [random.positive([3])], name) { function($0[0], Tensor(2)) + function(Tensor(3), $0[0]) }
  }

  @Test("maximum and minimum, and half to each where elements are equal")
  func extremes() {
    var random = SeededRandom(seed: 5)
    for seed in 0..<6 {
      let sizes = [[], [4], [1, 7], [2, 3], [3, 2, 1], [0, 2]][seed]
      let (a, b) = (random.distinct(sizes), random.distinct(sizes) + 0.5)
      expectGradients(of: [a, b], "maximum") { Tensor.maximum($0[0], $0[1]) + Tensor.minimum($0[0], $0[1]) * 3 }
    }
    let (a, b) = (Tensor([1, 2]).tracked(), Tensor([1, 3]).tracked())
    (Tensor.maximum(a, b) + Tensor.minimum(a, b) * 10).sum().backward()
    #expect(a.gradient == Tensor([5.5, 10]))
    #expect(b.gradient == Tensor([5.5, 1]))
  }

  static let functions: [(String, @Sendable (Tensor) -> Tensor)] = [
    ("-", { -$0 }), ("abs", { $0.abs() }), ("sqrt", { $0.sqrt() }), ("exp", { $0.exp() }), ("log", { $0.log() }),
    ("tanh", { $0.tanh() }), ("sin", { $0.sin() }), ("cos", { $0.cos() }), ("sigmoid", { $0.sigmoid() }),
    ("relu", { $0.relu() + (-$0).relu() * 3 }), ("gelu", { $0.gelu() }), ("gelu tanh", { $0.gelu(approximate: true) }),
    ("gelu below", { (-$0).gelu() }), ("gelu tanh below", { (-$0).gelu(approximate: true) }),
    ("squared", { $0.squared() }), ("reciprocal", { $0.reciprocal() }), ("pow 3", { $0.pow(3) }),
    ("pow 2", { $0.pow(2) }), ("pow 0.5", { $0.pow(0.5) }), ("pow 1.7", { $0.pow(1.7) }),
    ("clamped", { $0.clamped(to: 0.1...9) + ($0 * 8).clamped(to: 0...1) }),
  ]

  @Test("functions of each element", arguments: functions.indices)
  func elementwise(function: Int) {
    var random = SeededRandom(seed: function)
    for shape in [[], [5], [2, 1, 3], [0, 2]] {
      expectGradients(of: [random.positive(shape)], Self.functions[function].0) { Self.functions[function].1($0[0]) }
    }
  }

  @Test("the slopes of both GELUs stay finite and right far out")
  func tails() throws {
    for approximate in [false, true] {
      let x = Tensor([-1000, -20, 20, 1000]).tracked()
      x.gelu(approximate: approximate).sum().backward()
      expect(try #require(x.gradient), isCloseTo: Reference(Tensor([0, 0, 1, 1])))
    }
  }

  @Test("matmul of all ranks, batched and broadcast")
  func matmul() {
    var random = SeededRandom(seed: 2)
    let shapes: [([Int], [Int])] = [
      ([3], [3]), ([3], [3, 2]), ([2, 3], [3]), ([2, 3], [3, 4]), ([5, 2, 3], [3, 4]), ([2, 3], [5, 3, 4]),
      ([5, 2, 3], [5, 3, 4]), ([2, 1, 2, 3], [3, 3, 2]), ([1, 2, 3], [4, 3, 2]), ([4, 2, 3], [1, 3, 2]),
      ([3], [4, 3, 2]),
      ([4, 2, 3], [3]), ([0, 3], [3, 2]), ([2, 0], [0, 3]), ([2, 3], [3, 0]), ([2, 3], [1, 1, 3, 2]),
      ([20, 3], [3, 18]),
    ]
    for (a, b) in shapes {
      expectGradients(of: [random.positive(a), random.positive(b)], "matmul") { $0[0].matmul($0[1]) }
    }
    expectGradients(of: [random.tensor([3, 3])], "matmul with itself") { $0[0].matmul($0[0].transposed()) }
  }

  @Test("sums, means and variances over any axes")
  func reductions() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<15 {
      let shape = random.fullShape(axes: 0...4)
      let axes = shape.indices.filter { _ in Bool.random(using: &random) }
      let x = random.tensor(shape)
      for keepDims in [false, true] {
        expectGradients(of: [x], "sum \(axes)") { $0[0].sum(axes: axes, keepDims: keepDims) }
        expectGradients(of: [x], "mean \(axes)") { $0[0].mean(axes: axes, keepDims: keepDims) }
        expectGradients(of: [x], "variance \(axes)") {
          $0[0].variance(axes: axes, correction: 0, keepDims: keepDims)
        }
        // More numbers would be nearer to each other than the steps are long.
        guard x.count <= 14 else { continue }
        expectGradients(of: [random.distinct(shape)], "max \(axes)") {
          ($0[0] * 64).max(axes: axes, keepDims: keepDims) + ($0[0] * 32).min(axes: axes, keepDims: keepDims)
        }
      }
    }
    expectGradients(of: [random.tensor([2, 0, 3])], "sum") { $0[0].sum(axis: 1) }
    expectGradients(of: [random.tensor([0, 3])], "mean") { $0[0].mean(axis: 1) }
  }

  @Test("equal largest elements share the gradient of max")
  func sharedMaximum() {
    let x = Tensor([[3, 1, 3], [2, 5, 4]]).tracked()
    x.max(axis: 1).sum().backward()
    #expect(x.gradient == Tensor([[0.5, 0, 0.5], [0, 1, 0]]))
  }

  @Test("softmax and its relatives, along every axis")
  func softmax() {
    var random = SeededRandom(seed: 4)
    for shape in [[4], [2, 3], [3, 1], [2, 3, 4], [0, 3]] {
      for axis in shape.indices {
        let x = random.tensor(shape)
        expectGradients(of: [x], "softmax \(axis)") { $0[0].softmax(axis: axis) }
        expectGradients(of: [x], "logSoftmax \(axis)") { $0[0].logSoftmax(axis: axis) }
        guard shape[axis] > 0 else { continue }
        expectGradients(of: [x], "logSumExp \(axis)") { $0[0].logSumExp(axis: axis) }
        expectGradients(of: [x], "logSumExp \(axis)") { $0[0].logSumExp(axis: axis, keepDims: true) }
      }
    }
  }

  @Test("rearrangements, parts and joins")
  func arrangements() {
    var random = SeededRandom(seed: 6)
    let x = random.tensor([2, 3, 4])
    expectGradients(of: [x], "reshape") { ($0[0].reshaped(4, -1) * $0[0].flattened().reshaped(4, 6)).exp() }
    expectGradients(of: [x], "permute") { $0[0].permuted(2, 0, 1).expanded(at: 1).squeezed(at: 1) }
    expectGradients(of: [x], "transpose") { $0[0].transposed() }
    expectGradients(of: [random.tensor([3, 1])], "broadcast") { $0[0].broadcast(to: [2, 3, 4]).squared() }
    expectGradients(of: [x], "slices") { $0[0][0..., 1..<3, -1] * $0[0][1, 0..<2, 0] + $0[0][[1, 1, 0], 0].sum() }
    expectGradients(of: [x], "lists") { $0[0][0..., [2, 0, 2], 1...] }
    expectGradients(of: [x], "empty slice") { $0[0][0..., 1..<1].sum() + $0[0].sum() }
    expectGradients(of: [x, random.tensor([2, 1, 4])], "concatenated") {
      Tensor.concatenated([$0[0], $0[1], $0[0]], axis: 1).squared()
    }
    expectGradients(of: [x, x], "stacked") { Tensor.stacked($0, axis: -1).squared() }
    expectGradients(of: [x], "split") { x in
      let parts = x[0].split(into: 2, axis: -1)
      return parts[0] * parts[1]
    }
    expectGradients(of: [x], "cumulativeSum") { $0[0].cumulativeSum(axis: 1) }
    expectGradients(of: [x], "picking") { $0[0].picking([3, 0, 1, 1, 2, 0]).squared() + $0[0].sum() }
    expectGradients(of: [x], "triangles") { $0[0].lowerTriangle() + $0[0].upperTriangle(diagonal: 1).squared() }
    let mask = Tensor([[1, 0, 0, 1], [0, 0, 0, 0], [1, 1, 0, 1]])
    expectGradients(of: [x, random.tensor([4])], "replacing") { $0[0].replacing(with: $0[1], where: mask) }
    expectGradients(of: [random.tensor([3, 1])], "replacing") { $0[0].replacing(with: 2, where: mask) }
  }

  @Test("comparisons and places are constants")
  func constants() {
    let x = Tensor([1, 2]).tracked()
    ((x .> 1.5) * x + x.argmax(axis: 0)).sum().backward()
    #expect(x.gradient == Tensor([0, 1]))
  }

  @Test("zeros are moved far enough to be measured beside larger numbers")
  func zeros() {
    let check = gradientCheck(of: [Tensor([300, -200]), Tensor.zeros(2)]) { ($0[0] + $0[1]).sum() / 7 }
    #expect(check.largestError < 1e-3)
  }

  @Test("a wrong gradient is noticed, and named")
  func wrongGradient() {
    let check = gradientCheck(of: [Tensor([1, 2])]) { x in x[0] + x[0].constant * Tensor([0, 1]) }
    #expect(check.largestError > 0.4)
    #expect(check.index == [1])
  }
}
