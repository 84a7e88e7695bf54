/// You merge the leftmost pair that the list has. The merges have an order of their own: which of the possible pairs
/// stands earliest in the list?
func tokenize(_ word: String, merges: [(String, String)]) -> [String] {
  var pieces = word.map { String($0) }
  while let index = pieces.indices.dropLast().first(where: { index in
    merges.contains { $0 == (pieces[index], pieces[index + 1]) }
  }) {
    pieces.replaceSubrange(index...index + 1, with: [pieces[index] + pieces[index + 1]])
  }
  return pieces
}
