// What a learner's head is asked: where it looks.
import StepRecords

let near = Tolerance.absolute(0.0101)

let probes = Probes {
  Probe("the text of four in the task", points: 2, tolerance: near) {
    pattern(of: [2, 0, 1, 0], vocabulary: 3, places: 4)
  }
  Probe("one position sees itself", points: 1, tolerance: near) { pattern(of: [1], vocabulary: 2, places: 5) }
  Probe("a word that comes twice is not taken for the one before", points: 2, tolerance: near) {
    pattern(of: [1, 1, 0, 1, 0, 0, 1], vocabulary: 2, places: 7)
  }
  Probe("a text shorter than the places", points: 2, tolerance: near) {
    pattern(of: [3, 1, 2, 0, 3], vocabulary: 4, places: 16)
  }
  Probe("a long text", points: 2, tolerance: near) {
    pattern(of: (0..<40).map { $0 * 7 % 10 }, vocabulary: 10, places: 40)
  }
  Probe("random words", points: 2, tolerance: near) { random in
    pattern(of: random.integers(random.integer(in: 6...14), in: 0...4), vocabulary: 5, places: 14)
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
