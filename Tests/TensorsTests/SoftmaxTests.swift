import Foundation
import Tensors
import Testing

/// Softmax, its logarithm and the logarithm of the sum of exponentials.
struct SoftmaxTests {
  private func softmax(_ row: [Double]) -> [Double] {
    let top = row.max() ?? 0
    let sum = row.reduce(0) { $0 + exp($1 - top) }
    return row.map { exp($0 - top) / sum }
  }

  private func logSumExp(_ row: [Double]) -> Double {
    let top = row.max() ?? -.infinity
    return top.isInfinite ? top : top + log(row.reduce(0) { $0 + exp($1 - top) })
  }

  @Test(
    "rows of every length along every axis agree with the definition",
    arguments: [
      [1], [5], [16], [67], [3, 4], [4, 1, 3], [2, 3, 4, 5], [300, 130], [2, 9000], [0], [3, 0], [0, 3],
    ])
  func definition(_ shape: [Int]) {
    var random = SeededRandom(seed: 12)
    let x = random.tensor(shape) * 3
    for axis in -shape.count..<shape.count {
      let reference = Reference(x)
      expect(
        x.softmax(axis: axis),
        isCloseTo: reference.replacingRows(along: axis) { row in
          softmax(row)
        }, absolute: 1e-7, "softmax of \(shape) along \(axis):")
      expect(
        x.logSoftmax(axis: axis),
        isCloseTo: reference.replacingRows(along: axis) { row in
          softmax(row).map { log($0) }
        }, "logSoftmax of \(shape) along \(axis):")
      for keepDims in [false, true] {
        expect(
          x.logSumExp(axis: axis, keepDims: keepDims),
          isCloseTo: reference.reducing([axis], keepDims: keepDims, logSumExp), "logSumExp of \(shape) along \(axis):")
      }
    }
  }

  @Test("adding a number to all logits changes nothing, however large it is")
  func shift() {
    let x = Tensor([1, 2, 3])
    #expect((x + 10_000).softmax() == x.softmax() && (x - 10_000).softmax() == x.softmax())
    #expect((x + 10_000).logSoftmax() == x.logSoftmax())
    #expect(Tensor([1e38, -1e38, 3e38]).softmax() == Tensor([0, 0, 1]))
  }

  @Test("a hidden position has probability zero; a row with nothing else is zero, and its logarithm -inf")
  func hidden() {
    let hidden = -Float.infinity
    let x = Tensor([[0, hidden, 0], [hidden, hidden, hidden]])
    #expect(x.softmax() == Tensor([[0.5, 0, 0.5], [0, 0, 0]]))
    #expect(x.logSoftmax()[1] == Tensor([hidden, hidden, hidden]))
    #expect(x.logSumExp()[1] == Tensor(hidden))
    #expect(Tensor.zeros(2, 0).logSumExp() == Tensor([hidden, hidden]))
  }

  @Test("NaN and +inf make their own row NaN and no other; the logarithm of the sum stays +inf")
  func exceptional() {
    let x = Tensor([[0, .nan], [0, .infinity], [0, 0]])
    for result in [x.softmax(), x.logSoftmax()] {
      #expect(result[0..<2].isNaNEverywhere && result[2].scalars.allSatisfy { $0.isFinite })
    }
    let sums = x.logSumExp().scalars
    #expect(sums[0].isNaN && sums[1] == .infinity)
  }

  @Test("probabilities of a long row still sum to one")
  func longRow() {
    var random = SeededRandom(seed: 13)
    let sum = random.tensor([1_000_000]).softmax().scalars.reduce(0.0) { $0 + Double($1) }
    #expect(abs(sum - 1) < 1e-6)
  }
}
