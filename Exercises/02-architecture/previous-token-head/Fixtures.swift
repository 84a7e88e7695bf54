// What both files of probes share.
import StepRecords

let near = Tolerance.absolute(0.0101)

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
