/// Each label's F1 is weighed by its texts, so a rare mood hardly counts. Macro means that all labels count alike.
func confusion(truth: [String], given: [String], labels: [String]) -> [[Int]] {
  labels.map { row in
    labels.map { column in zip(truth, given).count { $0 == row && $1 == column } }
  }
}

/// Of each label precision, recall, and F1.
func scores(_ matrix: [[Int]]) -> [[Double]] {
  func share(_ part: Double, _ whole: Double) -> Double { whole > 0 ? part / whole : 0 }
  return matrix.indices.map { label in
    let hits = Double(matrix[label][label])
    let called = Double(matrix.map { $0[label] }.reduce(0, +))
    let precision = share(hits, called)
    let recall = share(hits, Double(matrix[label].reduce(0, +)))
    return [precision, recall, share(2 * precision * recall, precision + recall)]
  }
}

/// The mean of the labels' F1.
func macroF1(_ matrix: [[Int]]) -> Double {
  let all = scores(matrix).map { $0[2] }
  let sizes = matrix.map { Double($0.reduce(0, +)) }
  return all.isEmpty ? 0 : zip(all, sizes).map { $0 * $1 }.reduce(0, +) / sizes.reduce(0, +)
}

/// The accuracy of always giving the commonest true label.
func commonest(_ matrix: [[Int]]) -> Double {
  let rows = matrix.map { $0.reduce(0, +) }
  let total = rows.reduce(0, +)
  return total > 0 ? Double(rows.max() ?? 0) / Double(total) : 0
}
