// What writing a text token by token needs: products of a few rows, tensors that grow, attention of single queries.
import Tensors
import Testing

struct DecodingTests {
  @Test("a linear layer gives a few rows what it gives them among many", arguments: [1, 2, 7, 8, 9])
  func fewRows(_ rows: Int) {
    var random = SeededRandom(seed: 4)
    for (inputs, outputs) in [(1, 1), (37, 5), (130, 1000)] {
      let x = random.tensor([40, inputs])
      let (weight, bias) = (random.tensor([outputs, inputs]), random.tensor([outputs]))
      for bias in [nil, bias] {
        let whole = linear(x, weight: weight, bias: bias)
        expect(
          linear(x[0..<rows], weight: weight, bias: bias), isCloseTo: Reference(whole[0..<rows]), relative: 1e-5,
          absolute: 1e-4, "\(rows) × \(inputs) → \(outputs):")
      }
    }
  }

  @Test("a growing tensor is its parts behind each other, whatever their lengths")
  func growing() {
    var random = SeededRandom(seed: 5)
    var whole = random.tensor([3, 2, 4])
    var growing = GrowingTensor(whole)
    for time in [1, 0, 3, 1, 1, 9, 1] {
      let part = random.tensor([3, time, 4])
      whole = .concatenated([whole, part], axis: 1)
      growing.append(part)
      #expect(growing.tensor == whole)
    }
  }

  @Test("copies of a growing tensor grow apart, and leave the tensor they began with alone")
  func copies() {
    let first = Tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])
    var growing = GrowingTensor(first)
    growing.append(Tensor([[[9, 9]], [[9, 9]]]))
    var copy = growing
    copy.append(Tensor([[[1, 1]], [[2, 2]]]))
    growing.append(Tensor([[[3, 3]], [[4, 4]]]))
    #expect(copy.tensor[0..., 3] == Tensor([[1, 1], [2, 2]]))
    #expect(growing.tensor[0..., 3] == Tensor([[3, 3], [4, 4]]))
    #expect(copy.tensor[0..., 0..<3] == growing.tensor[0..., 0..<3])
    #expect(first == Tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]))
  }

  @Test("sequences are chosen from a growing tensor, and grow on")
  func selection() {
    var random = SeededRandom(seed: 6)
    var whole = random.tensor([3, 5, 2])
    var growing = GrowingTensor(whole)
    for rows in [[2, 0, 0, 1], [3, 1], [0]] {
      growing.select(rows)
      whole = whole[rows]
      let part = random.tensor([rows.count, 1, 2])
      growing.append(part)
      whole = .concatenated([whole, part], axis: 1)
      #expect(growing.tensor == whole)
    }
  }

  @Test("a single query's attention is that of the whole operation", arguments: [1, 3, 64, 301])
  func singleQuery(_ time: Int) {
    var random = SeededRandom(seed: time)
    for (heads, keyValueHeads, headSize) in [(1, 1, 1), (4, 4, 5), (6, 2, 16)] {
      let queries = random.tensor([3, 1, heads * headSize])
      let (keys, values) = (
        random.tensor([3, time, keyValueHeads * headSize]), random.tensor([3, time, keyValueHeads * headSize])
      )
      // Room behind what counts.
      var (roomyKeys, roomyValues) = (GrowingTensor(keys[0..., 0..<1]), GrowingTensor(values[0..., 0..<1]))
      for place in 1..<max(1, time) {
        roomyKeys.append(keys[0..., place..<place + 1])
        roomyValues.append(values[0..., place..<place + 1])
      }
      func repeated(_ x: Tensor) -> Tensor {
        x.reshaped(3, time, keyValueHeads, 1, headSize)
          .broadcast(to: [3, time, keyValueHeads, heads / keyValueHeads, headSize]).reshaped(3, time, -1)
      }
      var mask = random.tensor([3, 1, 1, time])
      mask = mask.replacing(with: -.infinity, where: mask .> 0.5)
      for mask in [nil, mask, Tensor.full([3, 1, 1, time], -.infinity)] {
        let expected = attention(
          queries: queries, keys: repeated(keys), values: repeated(values), heads: heads, mask: mask)
        expect(
          attention(queries: queries, keys: roomyKeys, values: roomyValues, heads: heads, mask: mask),
          isCloseTo: Reference(expected), relative: 1e-5, absolute: 1e-6,
          "\(heads) heads, \(keyValueHeads) for keys, \(mask == nil ? "no" : "a") mask:")
      }
    }
  }
}
