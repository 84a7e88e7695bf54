/// Each merge is applied once, to the first place where it fits. The same pair can occur again further right: when is a
/// merge finished?
func tokenize(_ word: String, merges: [(String, String)]) -> [String] {
  var pieces = word.map { String($0) }
  for merge in merges {
    if let index = pieces.indices.dropLast().first(where: { (pieces[$0], pieces[$0 + 1]) == merge }) {
      pieces.replaceSubrange(index...index + 1, with: [merge.0 + merge.1])
    }
  }
  return pieces
}
