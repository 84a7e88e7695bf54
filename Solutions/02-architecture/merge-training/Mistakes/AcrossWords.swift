/// The last piece of a word and the first of the next one are counted as neighbours. The words are not in the order of
/// the text: nothing reaches across them.
func nextMerge(_ words: [[String]], counts: [Int]) -> [String] {
  let text = zip(words, counts).flatMap { word, count in word.map { ($0, count) } }
  var pairs: [[String]: Int] = [:]
  for (left, right) in zip(text, text.dropFirst()) {
    pairs[[left.0, right.0], default: 0] += left.1
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
