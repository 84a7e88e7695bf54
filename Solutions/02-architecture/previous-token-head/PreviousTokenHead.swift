// A head of attention, set by hand.

/// The matrices of a head that looks at the position just before.
///
/// - Parameters:
///   - vocabulary: how many channels say which word it is; they come first.
///   - places: how many channels say where it stands.
/// - Returns: each `[vocabulary + places][headSize]`; the head's size is free.
func previousTokenHead(vocabulary: Int, places: Int) -> (queries: [[Float]], keys: [[Float]]) {
  let words = [[Float]](repeating: [Float](repeating: 0, count: places), count: vocabulary)
  // All other scores are 0, and there are at most `places` of them: e^20 outweighs them.
  let strength = 20 * Float(places).squareRoot()
  let queries = (0..<places).map { place in (0..<places).map { $0 == place - 1 ? strength : 0 } }
  let keys = (0..<places).map { place in (0..<places).map { $0 == place ? Float(1) : 0 } }
  return (words + queries, words + keys)
}
