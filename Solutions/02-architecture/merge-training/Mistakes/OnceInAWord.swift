/// A pair that stands in one word twice is counted once. Each place where two pieces are neighbours counts.
func nextMerge(_ words: [[String]], counts: [Int]) -> [String] {
  var pairs: [[String]: Int] = [:]
  for (word, count) in zip(words, counts) {
    for pair in Set(zip(word, word.dropFirst()).map { [$0, $1] }) {
      pairs[pair, default: 0] += count
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
