/// A merge is carried out in each word once, at the first place where it fits. The pair can stand further right as well.
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
    pieces = pieces.map { joined($0, where: pair) }
  }
  return merges
}

private func joined(_ pieces: [String], where pair: [String]) -> [String] {
  guard let index = pieces.indices.dropLast().first(where: { [pieces[$0], pieces[$0 + 1]] == pair }) else {
    return pieces
  }
  return Array(pieces[..<index]) + [pair[0] + pair[1]] + Array(pieces[(index + 2)...])
}
