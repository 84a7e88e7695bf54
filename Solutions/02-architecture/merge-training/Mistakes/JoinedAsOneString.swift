/// Ties are decided by the joined text of the pair. `t o` comes before `th e` by its left piece, although "the" comes
/// before "to".
func nextMerge(_ words: [[String]], counts: [Int]) -> [String] {
  var pairs: [[String]: Int] = [:]
  for (word, count) in zip(words, counts) {
    for (left, right) in zip(word, word.dropFirst()) {
      pairs[[left, right], default: 0] += count
    }
  }
  let most = pairs.values.max()
  return pairs.filter { $0.value == most }.keys.min { $0.joined() < $1.joined() } ?? []
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
  var result: [String] = []
  var index = 0
  while index < pieces.count {
    if index + 1 < pieces.count, [pieces[index], pieces[index + 1]] == pair {
      result.append(pair[0] + pair[1])
      index += 2
    } else {
      result.append(pieces[index])
      index += 1
    }
  }
  return result
}
