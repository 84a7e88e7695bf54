import Tensors
import Testing

/// The same elements in another arrangement.
struct ShapeTests {
  @Test("reshaping keeps the order; one size can be left open")
  func reshaped() {
    let x = Tensor.arange(24)
    #expect(x.reshaped(2, 3, 4).shape == [2, 3, 4] && x.reshaped(2, 3, 4).scalars == x.scalars)
    #expect(x.reshaped(2, -1, 4).shape == [2, 3, 4] && x.reshaped(-1).shape == [24])
    #expect(x.reshaped(2, 3, 4).flattened() == x)
    #expect(Tensor(5).reshaped(1, 1).shape == [1, 1] && Tensor([5]).reshaped(to: []) == Tensor(5))
    #expect(Tensor.zeros(0, 3).reshaped(-1, 5).shape == [0, 5])
  }

  @Test("an axis of size one comes and goes at any place")
  func expanded() {
    let x = Tensor.zeros(2, 3)
    #expect(
      (-3...2).map { x.expanded(at: $0).shape } == [
        [1, 2, 3], [2, 1, 3], [2, 3, 1], [1, 2, 3], [2, 1, 3], [2, 3, 1],
      ])
    #expect(Tensor(1).expanded(at: 0).shape == [1] && Tensor(1).expanded(at: -1).shape == [1])
    #expect(x.expanded(at: 1).squeezed(at: -2).shape == [2, 3])
  }

  @Test(
    "every permutation of the axes moves every element",
    arguments: [
      [3, 4], [2, 3, 4], [1, 5, 1], [2, 3, 4, 5], [70, 40], [3, 65, 2, 33], [2, 0, 3],
    ])
  func permuted(_ shape: [Int]) {
    var random = SeededRandom(seed: 14)
    let x = random.tensor(shape)
    let reference = Reference(x)
    for order in permutations(Array(shape.indices)) {
      let expected = Reference(shape: order.map { shape[$0] }) { index in
        var source = index
        for (place, axis) in order.enumerated() { source[axis] = index[place] }
        return reference[source]
      }
      expect(x.permuted(order), isCloseTo: expected, "order \(order):")
    }
  }

  private func permutations(_ axes: [Int]) -> [[Int]] {
    guard !axes.isEmpty else { return [[]] }
    return axes.flatMap { first in permutations(axes.filter { $0 != first }).map { [first] + $0 } }
  }

  @Test(
    "a large transpose, shared by threads, is undone by another",
    arguments: [[700, 500], [1, 300_000], [8, 90, 4, 64]])
  func largeTranspose(_ shape: [Int]) {
    var random = SeededRandom(seed: 15)
    let x = random.tensor(shape)
    let transposed = x.transposed()
    #expect(transposed.shape == shape.dropLast(2) + shape.suffix(2).reversed())
    #expect(transposed.transposed() == x)
    let heads = x.transposed(0, -1)
    #expect(heads.shape.first == shape.last && heads.transposed(0, -1) == x)
  }

  @Test(
    "axes of size one, and missing ones, are repeated on request",
    arguments: [
      ([], [2, 3]), ([3], [2, 3]), ([2, 1], [2, 3]), ([1, 3], [2, 3]), ([2, 3], [2, 3]), ([1], [0]),
      ([4, 1, 1], [5, 4, 3, 2]),
      ([300, 1], [300, 250]), ([250], [300, 250]),
    ])
  func broadcast(_ shape: [Int], _ target: [Int]) {
    var random = SeededRandom(seed: 16)
    let x = random.tensor(shape)
    let reference = Reference(x)
    expect(x.broadcast(to: target), isCloseTo: Reference(shape: target) { reference.broadcast(at: $0) })
  }

  @Test("sixteen axes are the most, and work")
  func mostAxes() {
    let x = Tensor.arange(65_536).reshaped(to: Array(repeating: 2, count: 16))
    #expect(x.permuted(Array((0..<16).reversed())).permuted(Array((0..<16).reversed())) == x)
    #expect((x + x[1]).shape == x.shape && x.sum(axes: [0, 5, 15]).rank == 13)
    #expect(x.transposed(0, 15).sum() == x.sum())
  }
}
