/// The head looks at the right place, but not sharply: the scores are too small for the softmax. How large must a score be
/// to outweigh all the others together?
func previousTokenHead(vocabulary: Int, places: Int) -> (queries: [[Float]], keys: [[Float]]) {
  let words = [[Float]](repeating: [Float](repeating: 0, count: places), count: vocabulary)
  // All other scores are 0, and there are at most `places` of them: e^20 outweighs them.
  let strength: Float = 1
  let queries = (0..<places).map { place in (0..<places).map { $0 == place - 1 ? strength : 0 } }
  let keys = (0..<places).map { place in (0..<places).map { $0 == place ? Float(1) : 0 } }
  return (words + queries, words + keys)
}
