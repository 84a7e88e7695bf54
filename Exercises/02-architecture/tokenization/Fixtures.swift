// What both files of probes share.

func randomWord(_ length: Int, of letters: [String], _ random: ProbeRandom) -> String {
  (0..<length).map { _ in random.pick(letters) }.joined()
}

/// Merges of letters and of what earlier ones have made, none of them twice.
func randomMerges(_ count: Int, of letters: [String], _ random: ProbeRandom) -> [(String, String)] {
  var pieces = letters
  var merges: [(String, String)] = []
  while merges.count < count {
    let (left, right) = (random.pick(pieces), random.pick(pieces))
    guard !pieces.contains(left + right) else { continue }
    merges.append((left, right))
    pieces.append(left + right)
  }
  return merges
}
