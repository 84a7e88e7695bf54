import Testing

@testable import Tensors

/// Steps of optimizers: in place, but never under somebody's hands.
struct ParameterUpdateTests {
  private static let adam = AdamStep(
    learningRate: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, decay: 0.5, gradientScale: 0.5, number: 3)

  private func parameter(_ count: Int) -> Parameter {
    var random = SeededRandom(seed: 1)
    let parameter = Parameter(.randomNormal([count], using: &random))
    parameter.gradient = .randomNormal([count], using: &random)
    return parameter
  }

  @Test("a value that was taken before a step stays what it was")
  func takenValue() {
    let parameter = parameter(100)
    let before = parameter.value
    let numbers = before.scalars
    var moments = [Tensor.zeros(100), Tensor.zeros(100)]
    parameter.take(Self.adam, moments: &moments)
    #expect(before.scalars == numbers)
    #expect(parameter.value.scalars != numbers)
    let after = parameter.value.scalars
    var velocity: [Tensor] = []
    let kept = parameter.tensor.reshaped(10, 10)
    parameter.take(
      DescentStep(learningRate: 1, momentum: 0, isNesterov: false, penalty: 0, gradientScale: 1), velocity: &velocity)
    #expect(kept.scalars == after)
    #expect(parameter.value.scalars != after)
  }

  @Test("moments in two hands go their own ways")
  func sharedMoments() {
    let parameter = parameter(100)
    var moments = [Tensor.zeros(100), Tensor.zeros(100)]
    let copy = moments
    parameter.take(Self.adam, moments: &moments)
    #expect(copy[0].scalars.allSatisfy { $0 == 0 } && copy[1].scalars.allSatisfy { $0 == 0 })
    #expect(moments[0].scalars.contains { $0 != 0 } && moments[1].scalars.contains { $0 != 0 })
  }

  @Test("a step needs no new memory when nobody else holds the value")
  func inPlace() {
    let parameter = parameter(100)
    var moments = [Tensor.zeros(100), Tensor.zeros(100)]
    let places = [parameter.value.memory, moments[0].memory, moments[1].memory]
    for _ in 0..<3 { parameter.take(Self.adam, moments: &moments) }
    #expect([parameter.value.memory, moments[0].memory, moments[1].memory] == places)
  }

  @Test("a step of Adam follows its formula in every element, for all sizes around those of vectors and of threads")
  func adam() {
    for count in [0, 1, 7, 16, 33, 1000, 16_384, 40_001] {
      let parameter = parameter(count)
      let before = parameter.value
      var random = SeededRandom(seed: 2)
      var moments = [
        Tensor.randomNormal([count], using: &random), Tensor.randomUniform([count], in: 0.5..<2, using: &random),
      ]
      let (first, second) = (moments[0], moments[1])
      parameter.take(Self.adam, moments: &moments)

      let gradient = (parameter.gradient ?? .zeros(count)) * 0.5
      let m = first * 0.9 + gradient * 0.1
      let v = second * 0.99 + gradient.squared() * 0.01
      let corrected = (m / (1 - 0.9 * 0.9 * 0.9), v / (1 - 0.99 * 0.99 * 0.99))
      let expected = before - (corrected.0 / (corrected.1.sqrt() + 1e-8) + before * 0.5) * 0.1
      #expect(moments[0].difference(from: m, relative: 1e-5, absolute: 1e-6) == nil, "\(count)")
      #expect(moments[1].difference(from: v, relative: 1e-5, absolute: 1e-6) == nil, "\(count)")
      #expect(parameter.value.difference(from: expected, relative: 1e-5, absolute: 1e-6) == nil, "\(count)")
    }
  }

  @Test("the squared norm is the sum of squares, for tensors of several stretches too")
  func squaredNorm() {
    for count in [0, 1, 65_536, 200_001] {
      let numbers = (0..<count).map { $0 % 7 - 3 }
      let expected = numbers.reduce(0) { $0 + $1 * $1 }
      #expect(Tensor(numbers.map { Float($0) }).squaredNorm == Double(expected), "\(count)")
    }
    #expect(Tensor([3e38, 3e38]).squaredNorm.isFinite)
    #expect(Tensor([1, .nan]).squaredNorm.isNaN)
  }
}
