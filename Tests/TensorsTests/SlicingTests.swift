import Tensors
import Testing

/// `x[0, 1..<3, [2, 0]]`, and picking.
struct SlicingTests {
  /// 10 · row + column, so that a value says where it was.
  let x = Tensor.arange(4).expanded(at: 1) * 10 + Tensor.arange(5)

  @Test("an integer takes its axis away, counted from either end")
  func integers() {
    #expect(x[2] == Tensor([20, 21, 22, 23, 24]) && x[-1] == x[3])
    #expect(x[2, 3] == Tensor(23) && x[-1, -5] == Tensor(30))
    #expect(x[0..., -1] == Tensor([4, 14, 24, 34]))
  }

  @Test("ranges of every kind keep their axis; bounds of half-open ones may count from the end")
  func ranges() {
    #expect(x[1..<3].shape == [2, 5] && x[1..<3, 0] == Tensor([10, 20]))
    #expect(x[1...3, 0] == Tensor([10, 20, 30]))
    #expect(x[2..., 0] == Tensor([20, 30]) && x[(-3)..., 0] == Tensor([10, 20, 30]))
    #expect(x[..<2, 0] == Tensor([0, 10]) && x[..<(-1), 0] == Tensor([0, 10, 20]))
    #expect(x[...1, 0] == Tensor([0, 10]) && x[...(-2), 0] == Tensor([0, 10, 20]))
    #expect(x[4...].shape == [0, 5] && x[..<0].shape == [0, 5] && x[2..<2, 1..<1].shape == [0, 0])
  }

  @Test("a list takes places in its order, also more than once, also none")
  func lists() {
    #expect(x[[2, 0, -1, 2], 1] == Tensor([21, 1, 31, 21]))
    #expect(x[0..., [4, 0]] == Tensor([[4, 0], [14, 10], [24, 20], [34, 30]]))
    #expect(x[[Int]()].shape == [0, 5])
    let table = Tensor.arange(300_000).reshaped(1000, 300)
    #expect(table[Array((0..<1000).reversed())][Array((0..<1000).reversed())] == table)
  }

  @Test("selections of all axes at once agree with one axis after the other")
  func mixed() {
    var random = SeededRandom(seed: 17)
    let y = random.tensor([3, 4, 5, 6])
    let reference = Reference(y)
    expect(
      y[1, 1..<4, [4, 0], -2],
      isCloseTo: Reference(shape: [3, 2]) { reference[[1, $0[0] + 1, [4, 0][$0[1]], 4]] })
    expect(
      y[[2, 0], 3, 2...],
      isCloseTo: Reference(shape: [2, 3, 6]) { reference[[[2, 0][$0[0]], 3, $0[1] + 2, $0[2]]] })
    #expect(y[] == y && Tensor(3)[] == Tensor(3))
  }

  @Test("picking takes one element of each row")
  func picking() {
    #expect(x.picking([0, 1, 2, 4]) == Tensor([0, 11, 22, 34]))
    #expect(x.reshaped(2, 2, 5).picking([0, 1, 2, 4]) == Tensor([[0, 11], [22, 34]]))
    #expect(Tensor([7, 8]).picking([1]) == Tensor(8))
    #expect(Tensor.zeros(0, 5).picking([]).shape == [0])
  }

  @Test("a slice is a value of its own: operations on it leave the whole as it was")
  func independence() {
    var slice = x[1...2]
    slice += 100
    #expect(x[1, 0] == Tensor(10) && slice[0, 0] == Tensor(110))
  }
}
