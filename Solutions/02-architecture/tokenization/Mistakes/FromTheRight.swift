/// Pairs are joined from the right end. With three equal letters it makes a difference which two come together: start
/// at the left.
func tokenize(_ word: String, merges: [(String, String)]) -> [String] {
  var pieces = word.map { String($0) }
  for merge in merges {
    var index = pieces.count - 2
    while index >= 0 {
      if (pieces[index], pieces[index + 1]) == merge {
        pieces.replaceSubrange(index...index + 1, with: [merge.0 + merge.1])
        index -= 1
      }
      index -= 1
    }
  }
  return pieces
}
