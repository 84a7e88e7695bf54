import Tensors
import Testing

/// Matrix products against three nested loops.
struct MatmulTests {
  @Test("products of matrices of every small size agree with the definition")
  func sizes() {
    var random = SeededRandom(seed: 5)
    for rows in [0, 1, 2, 3, 17, 33] {
      for inner in [0, 1, 2, 5, 16] {
        for columns in [0, 1, 2, 15, 40] {
          let (a, b) = (random.tensor([rows, inner]), random.tensor([inner, columns]))
          expect(a.matmul(b), isCloseTo: .matmul(a, b), absolute: 1e-5, "\([rows, inner]) · \([inner, columns]):")
        }
      }
    }
  }

  @Test(
    "axes before the last two are broadcast",
    arguments: [
      ([3, 4, 5], [5, 2]), ([4, 5], [3, 5, 2]), ([3, 4, 5], [3, 5, 2]), ([2, 1, 4, 5], [3, 5, 2]),
      ([2, 3, 4, 5], [2, 3, 5, 1]), ([1, 4, 5], [6, 5, 2]), ([6, 4, 5], [1, 5, 2]), ([1, 1, 4, 5], [1, 5, 2]),
      ([2, 1, 3, 1, 5], [1, 4, 1, 5, 2]), ([0, 4, 5], [5, 2]), ([0, 4, 5], [1, 5, 2]), ([2, 0, 4, 5], [2, 1, 5, 3]),
      ([3, 4, 0], [3, 0, 2]),
    ])
  func batches(_ shapeA: [Int], _ shapeB: [Int]) {
    var random = SeededRandom(seed: 6)
    let (a, b) = (random.tensor(shapeA), random.tensor(shapeB))
    expect(a.matmul(b), isCloseTo: .matmul(a, b), absolute: 1e-5)
  }

  @Test(
    "large products, which several threads share by rows, by columns or by matrices, are right",
    arguments: [
      ([200, 70], [70, 90]), ([90, 70], [70, 200]), ([1, 600], [600, 700]), ([700, 600], [600, 1]),
      ([40, 20, 30], [40, 30, 25]), ([40, 20, 30], [30, 25]), ([6, 5, 33, 20], [5, 20, 35]),
      ([3, 1, 300], [3, 300, 300]),
    ])
  func shared(_ shapeA: [Int], _ shapeB: [Int]) {
    var random = SeededRandom(seed: 7)
    let (a, b) = (random.tensor(shapeA), random.tensor(shapeB))
    expect(a.matmul(b), isCloseTo: .matmul(a, b), absolute: 1e-4)
  }

  @Test("a tensor of one axis is a row on the left and a column on the right, and its axis is gone from the result")
  func vectors() {
    let (u, v) = (Tensor([1, 2, 3]), Tensor([4, 5, 6]))
    #expect(u.matmul(v) == Tensor(32))
    let matrix = Tensor([[1, 2], [3, 4], [5, 6]])
    #expect(u.matmul(matrix) == Tensor([22, 28]))
    #expect(matrix.matmul(Tensor([1, -1])) == Tensor([-1, -1, -1]))
    let batch = Tensor.ones(2, 4, 3)
    #expect(batch.matmul(u) == Tensor.full([2, 4], 6))
    #expect(u.matmul(batch.transposed()) == Tensor.full([2, 4], 6))
    #expect(Tensor.zeros(0).matmul(Tensor.zeros(0)) == Tensor(0))
  }

  @Test("a zero does not hide NaN or infinity")
  func exceptional() {
    #expect(Tensor([[0, 1]]).matmul(Tensor([[.nan], [1]])).item().isNaN)
    #expect(Tensor([[0, 1]]).matmul(Tensor([[.infinity], [1]])).item().isNaN)
  }
}
