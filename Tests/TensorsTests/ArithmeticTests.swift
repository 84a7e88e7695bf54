import Tensors
import Testing

/// `+ - * /`, comparisons element by element, and broadcasting.
struct ArithmeticTests {
  @Test("two tensors of any shapes that fit are combined as broadcasting says")
  func broadcasting() {
    var random = SeededRandom(seed: 1)
    for _ in 0..<150 {
      let (shapeA, shapeB) = random.shapesThatFit()
      let (a, b) = (random.tensor(shapeA), random.tensor(shapeB))
      expect(a + b, isCloseTo: .combining(a, b, +), "\(shapeA) + \(shapeB):")
      expect(a - b, isCloseTo: .combining(a, b, -), "\(shapeA) - \(shapeB):")
      expect(a * b, isCloseTo: .combining(a, b, *), "\(shapeA) * \(shapeB):")
      expect(a / b, isCloseTo: .combining(a, b, /), "\(shapeA) / \(shapeB):")
      expect(Tensor.maximum(a, b), isCloseTo: .combining(a, b, max), "maximum of \(shapeA) and \(shapeB):")
      expect(Tensor.minimum(a, b), isCloseTo: .combining(a, b, min), "minimum of \(shapeA) and \(shapeB):")
    }
  }

  @Test(
    "large tensors, which several threads share, are combined in every place",
    arguments: [
      ([70_001], [70_001]), ([70_001], [1]), ([300, 250], [250]), ([300, 250], [300, 1]), ([1, 250], [300, 1]),
      ([3, 1, 100, 64], [5, 1, 64]), ([40_000, 2], [2]), ([], [70_000]), ([2, 3, 4, 5, 6, 7, 8], [3, 1, 5, 1, 7, 1]),
    ])
  func largeBroadcasting(_ shapeA: [Int], _ shapeB: [Int]) {
    var random = SeededRandom(seed: 2)
    let (a, b) = (random.tensor(shapeA), random.tensor(shapeB))
    let difference = a - b
    expect(difference, isCloseTo: .combining(a, b, -))
    #expect(b - a == -difference)
  }

  @Test("a size of one is repeated also to a size of zero")
  func empty() {
    #expect((Tensor.zeros(0) + Tensor.ones(1)).shape == [0])
    #expect((Tensor.zeros(3, 1) + Tensor.ones(1, 0)).shape == [3, 0])
    #expect((Tensor.zeros(2, 0, 3) * 2).shape == [2, 0, 3])
  }

  @Test("numbers stand on either side of an operator")
  func numbers() {
    let x = Tensor([1, 2, 4])
    #expect(x + 1 == Tensor([2, 3, 5]) && 1 + x == Tensor([2, 3, 5]))
    #expect(x - 1 == Tensor([0, 1, 3]) && 1 - x == Tensor([0, -1, -3]))
    #expect(x * 2 == Tensor([2, 4, 8]) && 2 * x == Tensor([2, 4, 8]))
    #expect(x / 2 == Tensor([0.5, 1, 2]) && 2 / x == Tensor([2, 1, 0.5]))
    #expect(-x == Tensor([-1, -2, -4]))
  }

  @Test("an assignment operator changes the variable, and no copy of it")
  func assignment() {
    var x = Tensor([1, 2])
    let before = x
    x += 1
    x *= Tensor([2, 3])
    x -= Tensor(1)
    x /= 2
    #expect(x == Tensor([1.5, 4]))
    #expect(before == Tensor([1, 2]))
  }

  @Test("division by zero and NaN follow IEEE 754; the larger of a number and NaN is NaN")
  func exceptional() {
    let quotient = (Tensor([1, -1, 0]) / 0).scalars
    #expect(quotient[0] == .infinity && quotient[1] == -.infinity && quotient[2].isNaN)
    let numbers = Tensor([.nan, 1, .nan])
    let others = Tensor([1, .nan, .nan])
    #expect(Tensor.maximum(numbers, others).isNaNEverywhere)
    #expect(Tensor.minimum(numbers, others).isNaNEverywhere)
  }

  @Test("comparisons give 1 or 0, broadcast, and are false with NaN except `.!=`")
  func comparisons() {
    let (a, b) = (Tensor([1, 2, 3, .nan]), Tensor([2, 2, 2, 2]))
    #expect((a .< b) == Tensor([1, 0, 0, 0]))
    #expect((a .<= b) == Tensor([1, 1, 0, 0]))
    #expect((a .> 2) == Tensor([0, 0, 1, 0]))
    #expect((a .>= 2) == Tensor([0, 1, 1, 0]))
    #expect((a .== b) == Tensor([0, 1, 0, 0]))
    #expect((a .!= b) == Tensor([1, 0, 1, 1]))
    #expect((Tensor([[1], [3]]) .< Tensor([2, 3])) == Tensor([[1, 1], [0, 0]]))
  }

  @Test("replacing takes the other where the mask is not zero, all three broadcast")
  func replacing() {
    var random = SeededRandom(seed: 3)
    let (x, other, mask) = (random.tensor([4, 1, 3]), random.tensor([2, 1]), random.tensor([3]) .> 0)
    let (xs, others, masks) = (Reference(x), Reference(other), Reference(mask))
    expect(
      x.replacing(with: other, where: mask),
      isCloseTo: Reference(shape: [4, 2, 3]) { index in
        masks.broadcast(at: index) != 0 ? others.broadcast(at: index) : xs.broadcast(at: index)
      })
    let large = random.tensor([300, 250])
    expect(large.replacing(with: 7, where: large .> 0), isCloseTo: Reference(large).mapping { $0 > 0 ? 7 : $0 })
  }
}
