// What only the judge asks.
import StepRecords

let near = Tolerance.absolute(0.0101)

let probes = Probes {
  Probe("two words of one kind", points: 2, tolerance: near) { pattern(of: [0, 0], vocabulary: 1, places: 2) }
  Probe("a hundred places", points: 2, tolerance: near) {
    pattern(of: (0..<100).map { $0 % 3 }, vocabulary: 3, places: 100)
  }
  Probe("random words of random lengths", points: 3, tolerance: near) { random in
    pattern(
      of: random.integers(random.integer(in: 2...20), in: 0...8), vocabulary: 9, places: random.integer(in: 20...30))
  }
}

/// The causal attention pattern of the learner's head on a text; a row of zeros if the matrices do not fit.
func pattern(of words: [Int], vocabulary: Int, places: Int) -> Tensor {
  let head = previousTokenHead(vocabulary: vocabulary, places: places)
  let channels = vocabulary + places
  guard let size = head.queries.first?.count, size > 0,
    [head.queries, head.keys].allSatisfy({ $0.count == channels && $0.allSatisfy { $0.count == size } })
  else { return Tensor.zeros([1, words.count]) }
  let x = Tensor(
    words.enumerated().map { place, word in
      (0..<channels).map { Float($0 == word || $0 == vocabulary + place ? 1 : 0) }
    })
  let (queries, keys) = (x.matmul(Tensor(head.queries)), x.matmul(Tensor(head.keys)))
  let scores = queries.matmul(keys.transposed()) / Float(size).squareRoot()
  return (scores + Tensor.causalMask(words.count)).softmax()
}
