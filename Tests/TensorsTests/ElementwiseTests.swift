import Foundation
import Tensors
import Testing

/// Functions of each element against the C library's in double precision.
struct ElementwiseTests {
  struct Function: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let range: ClosedRange<Float>
    /// In the spacing of floats at the result, 2⁻²⁴ to 2⁻²³ of it.
    let allowedSpacings: Double
    /// Allowed whatever the result is.
    var allowed = 0.0
    let function: @Sendable (Tensor) -> Tensor
    let reference: @Sendable (Double) -> Double
  }

  static let functions = [
    Function(testDescription: "exp", range: -103...88.7, allowedSpacings: 1.1, function: { $0.exp() }, reference: exp),
    Function(
      testDescription: "log", range: .leastNonzeroMagnitude...3e38, allowedSpacings: 1, function: { $0.log() },
      reference: log),
    Function(testDescription: "log near 1", range: 0.5...2, allowedSpacings: 1, function: { $0.log() }, reference: log),
    Function(testDescription: "tanh", range: -12...12, allowedSpacings: 1.5, function: { $0.tanh() }, reference: tanh),
    Function(testDescription: "sin", range: -100...100, allowedSpacings: 1, function: { $0.sin() }, reference: sin),
    Function(testDescription: "cos", range: -100...100, allowedSpacings: 1, function: { $0.cos() }, reference: cos),
    Function(testDescription: "sqrt", range: 0...1e9, allowedSpacings: 0.51, function: { $0.sqrt() }, reference: sqrt),
    Function(
      testDescription: "sigmoid", range: -87...87, allowedSpacings: 2.6, function: { $0.sigmoid() },
      reference: { 1 / (1 + exp(-$0)) }),
    Function(
      testDescription: "gelu", range: -20...20, allowedSpacings: 2, allowed: 2e-7, function: { $0.gelu() },
      reference: { $0 * erfc(-$0 / 2.0.squareRoot()) / 2 }),
    Function(
      testDescription: "approximate gelu", range: -20...20, allowedSpacings: 2, allowed: 2e-7,
      function: { $0.gelu(approximate: true) },
      reference: { $0 * (1 + tanh((2 / Double.pi).squareRoot() * ($0 + 0.044715 * $0 * $0 * $0))) / 2 }),
    Function(
      testDescription: "relu", range: -3...3, allowedSpacings: 0, function: { $0.relu() }, reference: { max($0, 0) }),
    Function(testDescription: "abs", range: -3...3, allowedSpacings: 0, function: { $0.abs() }, reference: abs),
    Function(
      testDescription: "squared", range: -3...3, allowedSpacings: 0.51, function: { $0.squared() },
      reference: { $0 * $0 }),
    Function(
      testDescription: "reciprocal", range: 0.1...9, allowedSpacings: 0.51, function: { $0.reciprocal() },
      reference: { 1 / $0 }),
    Function(
      testDescription: "clamped", range: -3...3, allowedSpacings: 0, function: { $0.clamped(to: -1...2) },
      reference: { min(max($0, -1), 2) }),
    Function(
      testDescription: "pow 3", range: -9...9, allowedSpacings: 1.6, function: { $0.pow(3) }, reference: { pow($0, 3) }),
    Function(
      testDescription: "pow -0.75", range: 0.01...9, allowedSpacings: 1, function: { $0.pow(-0.75) },
      reference: { pow($0, -0.75) }),
  ]

  @Test("a function is within the spacings of floats it promises, all over its range", arguments: functions)
  func accuracy(_ function: Function) {
    var random = SeededRandom(seed: 4)
    let inputs = Self.inputs(in: function.range, using: &random)
    let outputs = function.function(Tensor(inputs)).scalars
    var worst = (input: Float(0), found: Float(0), excess: -Double.infinity)
    for (input, found) in zip(inputs, outputs) {
      let exact = function.reference(Double(input))
      let error = abs(Double(found) - exact)
      let excess = error - function.allowedSpacings * Double(Float(exact).ulp) - function.allowed
      if !(excess <= worst.excess) { worst = (input, found, excess) }
    }
    #expect(
      worst.excess <= 0,
      "f(\(worst.input)) is \(worst.found), expected \(function.reference(Double(worst.input)))")
  }

  /// Evenly spread, and evenly in the exponent, so that small numbers are tried too; more than one thread's share.
  private static func inputs(in range: ClosedRange<Float>, using random: inout SeededRandom) -> [Float] {
    let even = (0..<20_000).map { _ in Float.random(in: range, using: &random) }
    let small = (0..<20_000).map { _ in
      let magnitude = Float(sign: .plus, exponent: Int.random(in: -140...7, using: &random), significand: 1.37)
      return range.lowerBound < 0 && Bool.random(using: &random) ? -magnitude : magnitude
    }
    return [range.lowerBound, range.upperBound] + even + small.filter(range.contains)
  }

  @Test("NaN stays NaN in every function", arguments: functions)
  func notANumber(_ function: Function) {
    // In every place of a vector, and in what is left over behind the last.
    let outputs = function.function(Tensor.full([67], .nan)).scalars
    #expect(outputs.count == 67 && outputs.allSatisfy { $0.isNaN })
  }

  @Test("infinities and zeros go where they should")
  func limits() {
    let x = Tensor([-.infinity, .infinity, 0])
    #expect(x.exp() == Tensor([0, .infinity, 1]))
    #expect(Tensor([89, -104, 1e30, -1e30]).exp() == Tensor([.infinity, 0, .infinity, 0]))
    #expect(x.tanh() == Tensor([-1, 1, 0]))
    #expect(x.sigmoid() == Tensor([0, 1, 0.5]))
    #expect(x.gelu() == Tensor([0, .infinity, 0]))
    #expect(x.gelu(approximate: true) == Tensor([0, .infinity, 0]))
    #expect(x.relu() == Tensor([0, .infinity, 0]))
    #expect(Tensor([0, -0.0, .infinity]).log() == Tensor([-.infinity, -.infinity, .infinity]))
    #expect(Tensor([-1, -.infinity]).log().isNaNEverywhere)
    #expect(x.clamped(to: -2...3) == Tensor([-2, 3, 0]))
  }

  @Test("functions keep the shape, of empty tensors too", arguments: [[], [0], [3, 0, 2], [1, 1], [2, 3, 4]])
  func shapes(_ shape: [Int]) {
    #expect(Tensor.zeros(shape).exp() == Tensor.ones(shape))
    #expect((-Tensor.ones(shape)).shape == shape)
  }

  @Test("powers with a kernel of their own agree with the general one")
  func powers() {
    let x = Tensor([0.5, 1, 2, 9])
    for exponent in [Float(2), 3, -1, 0.5, 0, 1] {
      expect(x.pow(exponent), isCloseTo: Reference(x).mapping { pow($0, Double(exponent)) }, "power \(exponent):")
    }
  }
}
