// A word becomes tokens, by the merges of a byte pair tokenizer.

/// The tokens of a word: its characters, joined by the merges in their order.
///
/// - Parameter merges: pairs of neighbours, the one to apply first at the front.
/// - Returns: pieces that make the word when joined.
func tokenize(_ word: String, merges: [(String, String)]) -> [String] {
  // No merge makes a piece that an earlier one needs, so that each has its turn once.
  merges.reduce(word.map { String($0) }) { pieces, merge in joined(pieces, where: merge) }
}

/// The pieces with the pair joined wherever it occurs, from the left.
private func joined(_ pieces: [String], where pair: (String, String)) -> [String] {
  var result: [String] = []
  var index = 0
  while index < pieces.count {
    if index + 1 < pieces.count, (pieces[index], pieces[index + 1]) == pair {
      result.append(pair.0 + pair.1)
      index += 2
    } else {
      result.append(pieces[index])
      index += 1
    }
  }
  return result
}
