/// Every bin counts the same, however few answers it has. A bin with a single answer then outweighs one with nineteen.
func brier(_ confidences: [Double], _ isRight: [Bool]) -> Double {
  let squares = zip(confidences, isRight).map { said, right in (said - (right ? 1 : 0)) * (said - (right ? 1 : 0)) }
  return squares.isEmpty ? 0 : squares.reduce(0, +) / Double(squares.count)
}

/// Of each bin that is not empty: answers, mean confidence, share that is right.
func bins(_ confidences: [Double], _ isRight: [Bool], count: Int) -> [[Double]] {
  (0..<count).compactMap { bin in
    let inside = confidences.indices.filter { place in
      max(0, Int((confidences[place] * Double(count)).rounded(.up)) - 1) == bin
    }
    let size = Double(inside.count)
    let mean = inside.map { confidences[$0] }.reduce(0, +) / size
    let share = Double(inside.count { isRight[$0] }) / size
    return inside.isEmpty ? nil : [size, mean, share]
  }
}

/// How far confidence and share are apart, on average over the answers.
func calibrationError(_ confidences: [Double], _ isRight: [Bool], count: Int) -> Double {
  let found = bins(confidences, isRight, count: count)
  let sum = found.map { abs($0[1] - $0[2]) }.reduce(0, +)
  return confidences.isEmpty ? 0 : sum / Double(found.count)
}
