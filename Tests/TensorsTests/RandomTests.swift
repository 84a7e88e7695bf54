import Foundation
import Tensors
import Testing

/// Seeded random numbers: the same on every run, and distributed as they say.
struct RandomTests {
  @Test("the generator is xoshiro256** seeded by SplitMix64: its first words for seed 0 are the published ones")
  func publishedWords() {
    var random = SeededRandom(seed: 0)
    #expect(
      (0..<3).map { _ in random.next() } == [0x99EC_5F36_CB75_F2B4, 0xBF6E_1F78_4956_452A, 0x1A5F_849D_4933_E6E0])
  }

  @Test("the same seed gives the same tensors, another seed others; a copy goes on alike")
  func reproducible() {
    var (a, b, other) = (SeededRandom(seed: 7), SeededRandom(seed: 7), SeededRandom(seed: 8))
    #expect(a.tensor([5, 3]) == b.tensor([5, 3]))
    var copy = a
    let next = Tensor.randomUniform([4], using: &a)
    #expect(next == Tensor.randomUniform([4], using: &b) && next == Tensor.randomUniform([4], using: &copy))
    #expect(next != Tensor.randomUniform([4], using: &other))
    #expect(SeededRandom(seed: -1).first() != SeededRandom(seed: 1).first())
  }

  @Test("uniform numbers stay in their range and fill it evenly")
  func uniform() {
    var random = SeededRandom(seed: 1)
    let numbers = Tensor.randomUniform([100, 1000], in: -2..<3, using: &random).scalars
    #expect(numbers.allSatisfy { $0 >= -2 && $0 < 3 })
    // Twenty cells of 5000 expected; χ² with 19 degrees of freedom exceeds 43.8 once in a thousand.
    var cells = [Int](repeating: 0, count: 20)
    for number in numbers { cells[Int((number + 2) * 4)] += 1 }
    let chiSquared = cells.reduce(0.0) { $0 + pow(Double($1) - 5000, 2) / 5000 }
    #expect(chiSquared < 43.8)
    let narrow = Tensor.randomUniform([1000], in: 1..<Float(1).nextUp, using: &random).scalars
    #expect(narrow.allSatisfy { $0 == 1 })
  }

  @Test("normal numbers have the normal distribution function, to within what chance allows")
  func normal() {
    var random = SeededRandom(seed: 2)
    let count = 100_000
    let numbers = Tensor.randomNormal([count], mean: 3, standardDeviation: 2, using: &random).scalars.sorted()
    // Kolmogorov-Smirnov: the largest distance exceeds 1.95 / √n once in a thousand.
    let distance = numbers.enumerated().reduce(0.0) { largest, number in
      let expected = erfc(-(Double(number.element) - 3) / 2 / 2.0.squareRoot()) / 2
      return max(largest, abs(Double(number.offset + 1) / Double(count) - expected))
    }
    #expect(distance < 1.95 / Double(count).squareRoot())
  }

  @Test("the two numbers made from one pair, and neighbours, are not correlated")
  func independent() {
    var random = SeededRandom(seed: 3)
    let count = 100_000
    let x = random.tensor([count])
    let (front, back) = (x[..<(count / 2)], x[(count / 2)...])
    #expect(abs((front * back).mean().item()) < 3.3 / Float(count / 2).squareRoot())
    #expect(abs((x[1...] * x[..<(-1)]).mean().item()) < 3.3 / Float(count).squareRoot())
  }

  @Test(
    "shapes of every kind are filled, odd and empty ones too", arguments: [[], [1], [0], [3], [2, 0, 3], [3, 5, 7]])
  func shapes(_ shape: [Int]) {
    var random = SeededRandom(seed: 4)
    let normal = random.tensor(shape)
    #expect(normal.shape == shape && normal.scalars.allSatisfy { $0.isFinite })
    #expect(Set(normal.scalars).count == normal.count)
    #expect(Tensor.randomUniform(shape, using: &random).shape == shape)
  }
}

extension SeededRandom {
  /// The word that comes next; this copy alone goes on.
  fileprivate func first() -> UInt64 {
    var copy = self
    return copy.next()
  }
}
