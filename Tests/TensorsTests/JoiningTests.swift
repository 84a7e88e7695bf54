import Tensors
import Testing

/// Several tensors as one, and one as several; triangles of matrices.
struct JoiningTests {
  @Test("concatenating what a tensor was cut into gives the tensor, along every axis")
  func cutAndJoined() {
    var random = SeededRandom(seed: 18)
    let x = random.tensor([4, 6, 2])
    for axis in -3..<3 {
      #expect(Tensor.concatenated(x.split(into: 2, axis: axis), axis: axis) == x)
    }
    #expect(Tensor.concatenated([x[0..., 0..<1], x[0..., 1..<6], x[0..., 6...]], axis: 1) == x)
    #expect(x.split(into: 3, axis: 1).map(\.shape) == [[4, 2, 2], [4, 2, 2], [4, 2, 2]])
  }

  @Test("stacking makes a new axis, at any place")
  func stacked() {
    let (a, b) = (Tensor([1, 2, 3]), Tensor([4, 5, 6]))
    #expect(Tensor.stacked([a, b]) == Tensor([[1, 2, 3], [4, 5, 6]]))
    #expect(Tensor.stacked([a, b], axis: 1) == Tensor([[1, 4], [2, 5], [3, 6]]))
    #expect(Tensor.stacked([a, b], axis: -1) == Tensor.stacked([a, b], axis: 1))
    #expect(Tensor.stacked([Tensor(1), Tensor(2)]) == Tensor([1, 2]))
  }

  @Test("empty tensors join, and add nothing")
  func empty() {
    #expect(Tensor.concatenated([Tensor([Float]()), Tensor([1, 2]), Tensor([Float]())]) == Tensor([1, 2]))
    #expect(Tensor.stacked([Tensor.zeros(0), Tensor.zeros(0)]).shape == [2, 0])
    #expect(Tensor.zeros(0, 4).split(into: 3, axis: 0).map(\.shape) == [[0, 4], [0, 4], [0, 4]])
  }

  @Test("large tensors, which threads share, join in every place")
  func large() {
    var random = SeededRandom(seed: 19)
    let (a, b) = (random.tensor([300, 400]), random.tensor([300, 200]))
    let joined = Tensor.concatenated([a, b], axis: 1)
    #expect(joined[0..., ..<400] == a && joined[0..., 400...] == b)
  }

  @Test(
    "triangles keep their side of any diagonal, for matrices of any form",
    arguments: [[3, 3], [2, 5], [5, 2], [2, 3, 4], [3, 0]])
  func triangles(_ shape: [Int]) {
    var random = SeededRandom(seed: 20)
    let x = random.tensor(shape)
    let reference = Reference(x)
    for diagonal in [-7, -2, -1, 0, 1, 2, 7, .min, .max] {
      func kept(_ keeps: @escaping (Double) -> Bool) -> Reference {
        Reference(shape: shape) { index in
          let above = Double(index[index.count - 1] - index[index.count - 2])
          return keeps(above - Double(diagonal)) ? reference[index] : 0
        }
      }
      expect(x.lowerTriangle(diagonal: diagonal), isCloseTo: kept { $0 <= 0 }, "lower, diagonal \(diagonal):")
      expect(x.upperTriangle(diagonal: diagonal), isCloseTo: kept { $0 >= 0 }, "upper, diagonal \(diagonal):")
    }
  }

  @Test("the causal mask lets a query see itself and what came before")
  func causalMask() {
    let hidden = -Float.infinity
    #expect(Tensor.causalMask(3) == Tensor([[0, hidden, hidden], [0, 0, hidden], [0, 0, 0]]))
    #expect(Tensor.causalMask(0).shape == [0, 0])
    #expect(Tensor.causalMask(2).softmax() == Tensor([[1, 0], [0.5, 0.5]]))
  }
}
