/// The same merge comes out in each round: the pair is found, but the words stay as they were. What do the words look like
/// when the next round counts?
func nextMerge(_ words: [[String]], counts: [Int]) -> [String] {
  var pairs: [[String]: Int] = [:]
  for (word, count) in zip(words, counts) {
    for (left, right) in zip(word, word.dropFirst()) {
      pairs[[left, right], default: 0] += count
    }
  }
  let most = pairs.values.max()
  return pairs.filter { $0.value == most }.keys.min { $0.lexicographicallyPrecedes($1) } ?? []
}

func learnMerges(_ words: [String], counts: [Int], rounds: Int) -> [[String]] {
  var pieces = words.map { $0.map { String($0) } }
  var merges: [[String]] = []
  while merges.count < rounds {
    let pair = nextMerge(pieces, counts: counts)
    if pair.isEmpty { break }
    merges.append(pair)
  }
  return merges
}

