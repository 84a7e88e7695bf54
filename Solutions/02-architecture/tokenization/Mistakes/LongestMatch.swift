/// You take the longest known token from the left each time. Some tokenizers do that, but this one applies its merges
/// in order: play the first three merges by hand and see what they leave.
func tokenize(_ word: String, merges: [(String, String)]) -> [String] {
  let tokens = Set(merges.map { $0.0 + $0.1 })
  var rest = Substring(word)
  var pieces: [String] = []
  while !rest.isEmpty {
    let length = (1...rest.count).last { $0 == 1 || tokens.contains(String(rest.prefix($0))) } ?? 1
    pieces.append(String(rest.prefix(length)))
    rest = rest.dropFirst(length)
  }
  return pieces
}
