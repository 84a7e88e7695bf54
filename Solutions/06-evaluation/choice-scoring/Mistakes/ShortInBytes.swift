/// The shortest choice is found by bytes. The task counts characters, as a reader does.
func scores(of text: String, given: Double, alone: Double) -> [Double] {
  [given, given / Double(max(1, text.count)), given / Double(max(1, text.utf8.count)), given - alone]
}

/// The place of the winner by each of the four scores.
func winners(texts: [String], given: [Double], alone: [Double]) -> [Int] {
  let table = texts.indices.map { scores(of: texts[$0], given: given[$0], alone: alone[$0]) }
  return (0..<4).map { way in
    let column = table.map { $0[way] }
    return column.firstIndex(of: column.max() ?? 0) ?? 0
  }
}

/// The share of items in which the shortest choice is the right one.
func passedByShortest(items: [[String]], right: [Int]) -> Double {
  guard !items.isEmpty else { return 0 }
  let passed = zip(items, right).filter { choices, right in
    let lengths = choices.map(\.utf8.count)
    return lengths.firstIndex(of: lengths.min() ?? 0) == right
  }
  return Double(passed.count) / Double(items.count)
}
