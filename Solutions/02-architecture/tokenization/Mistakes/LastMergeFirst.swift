/// You apply the list from its end. Late merges are made of pieces that early ones make: which end was learnt first?
func tokenize(_ word: String, merges: [(String, String)]) -> [String] {
  var pieces = word.map { String($0) }
  while let merge = merges.last(where: { merge in
    pieces.indices.dropLast().contains { (pieces[$0], pieces[$0 + 1]) == merge }
  }) {
    var result: [String] = []
    var index = 0
    while index < pieces.count {
      if index + 1 < pieces.count, (pieces[index], pieces[index + 1]) == merge {
        result.append(merge.0 + merge.1)
        index += 2
      } else {
        result.append(pieces[index])
        index += 1
      }
    }
    pieces = result
  }
  return pieces
}
