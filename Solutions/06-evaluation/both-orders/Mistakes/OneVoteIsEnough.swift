/// One order with an opinion is enough for you, if the other is a tie. The task asks for both to agree.
func opinion(forwards: String, backwards: String) -> String {
  if forwards != "second" && backwards != "first" && forwards != backwards { return "a" }
  if forwards != "first" && backwards != "second" && forwards != backwards { return "b" }
  return "tie"
}

/// Row beats column; ties are half a win for each.
func wins(models: [String], pairs: [[String]]) -> [[Double]] {
  var table = models.map { _ in models.map { _ in 0.0 } }
  for pair in pairs {
    guard let a = models.firstIndex(of: pair[0]), let b = models.firstIndex(of: pair[1]) else { continue }
    let result = opinion(forwards: pair[2], backwards: pair[3])
    let share = result == "a" ? 1 : result == "tie" ? 0.5 : 0
    table[a][b] += share
    table[b][a] += 1 - share
  }
  return table
}

/// The share of pairs in which the same place won twice.
func byPlace(_ pairs: [[String]]) -> Double {
  let same = pairs.count { $0[2] == $0[3] && $0[2] != "tie" }
  return pairs.isEmpty ? 0 : Double(same) / Double(pairs.count)
}
