// Rounding a row of weights to whole numbers with a step for each group.

/// The step of each group.
func steps(_ row: [Float], group: Int, largest: Int) -> [Float] {
  stride(from: 0, to: row.count, by: group).map { start in
    let weights = row[start..<min(row.count, start + group)]
    return (weights.map(\.magnitude).max() ?? 0) / Float(largest)
  }
}

/// The weights in steps of their groups, rounded.
func wholeNumbers(_ row: [Float], group: Int, largest: Int) -> [Int] {
  let steps = steps(row, group: group, largest: largest)
  return row.indices.map { place in
    let step = steps[place / group]
    return step == 0 ? 0 : Int((row[place] / step).rounded())
  }
}

/// What is computed with.
func readBack(_ numbers: [Int], steps: [Float], group: Int) -> [Float] {
  numbers.indices.map { Float(numbers[$0]) * steps[$0 / group] }
}

/// The length of what was lost, as a share of the length of the weights.
func relativeError(_ exact: [Float], _ read: [Float]) -> Float {
  let lost = zip(exact, read).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  let size = exact.reduce(Float(0)) { $0 + $1 * $1 }
  return size == 0 ? 0 : (lost / size).squareRoot()
}

/// Of a whole matrix.
func byteCount(rows: Int, columns: Int, group: Int, bits: Int) -> Int {
  let groups = (columns + group - 1) / group
  return rows * ((columns * bits + 7) / 8 + 4 * groups)
}
