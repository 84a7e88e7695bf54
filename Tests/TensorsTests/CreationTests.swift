import Tensors
import Testing

/// Tensors from numbers and from rules.
struct CreationTests {
  @Test("nested arrays of one to four levels, and literals, have their shape and order")
  func nested() {
    #expect(Tensor([1.5, 2]).shape == [2] && Tensor([1.5, 2]).scalars == [1.5, 2])
    #expect(Tensor([[1, 2, 3], [4, 5, 6]]).shape == [2, 3])
    #expect(Tensor([[[1], [2]]]).shape == [1, 2, 1])
    let boxes: [[[[Float]]]] = [[[[1, 2]], [[3, 4]]]]
    #expect(Tensor(boxes).shape == [1, 2, 1, 2] && Tensor(boxes).scalars == [1, 2, 3, 4])
    let literal: Tensor = [[1, 2.5], [3, 4]]
    #expect(literal == Tensor([1, 2.5, 3, 4], shape: [2, 2]))
    let integers = [1, 2, 3]
    #expect(Tensor(integers) == Tensor([1, 2, 3]))
  }

  @Test("numbers written in place are floats, so that a half is not cut to zero")
  func fractions() {
    #expect(Tensor([1 / 2, 3 / 4]).scalars == [0.5, 0.75] && Tensor([[1 / 2]]).scalars == [0.5])
  }

  @Test("a single number has no axes")
  func scalar() {
    let x = Tensor(3)
    #expect(x.shape == [] && x.rank == 0 && x.count == 1 && x.item() == 3 && x.scalars == [3])
    #expect(Tensor([[7]]).item() == 7)
  }

  @Test("empty arrays and shapes with a zero hold nothing")
  func empty() {
    #expect(Tensor([Float]()).shape == [0] && Tensor([Float]()).scalars == [])
    #expect(Tensor([[Float]](repeating: [], count: 2)).shape == [2, 0])
    #expect(Tensor.zeros(3, 0, 2).count == 0 && Tensor.ones(0).scalars == [])
  }

  @Test("filled tensors, small and shared by threads")
  func filled() {
    #expect(Tensor.zeros(2, 2).scalars == [0, 0, 0, 0] && Tensor.ones([3]).scalars == [1, 1, 1])
    #expect(Tensor.full([300_000], 2.5).scalars.allSatisfy { $0 == 2.5 })
    #expect(Tensor.full([], 4) == Tensor(4))
    #expect(Tensor.eye(3) == Tensor([[1, 0, 0], [0, 1, 0], [0, 0, 1]]) && Tensor.eye(0).shape == [0, 0])
  }

  @Test("arange counts up to the end without it, by any step")
  func arange() {
    #expect(Tensor.arange(4) == Tensor([0, 1, 2, 3]) && Tensor.arange(0).shape == [0])
    #expect(Tensor.arange(2, 5) == Tensor([2, 3, 4]))
    #expect(Tensor.arange(0, 1, step: 0.25) == Tensor([0, 0.25, 0.5, 0.75]))
    #expect(Tensor.arange(3, 0, step: -1) == Tensor([3, 2, 1]))
    #expect(Tensor.arange(3, 0).shape == [0])
    #expect(Tensor.arange(16_777_217).count == 16_777_217)
  }
}
