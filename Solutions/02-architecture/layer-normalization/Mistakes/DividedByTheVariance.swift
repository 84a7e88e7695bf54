/// You divide by the variance. The spread of the numbers is its square root: which of the two has the same unit as the
/// numbers themselves?
func normalizeLayer(_ rows: [[Float]], scale: [Float], shift: [Float], epsilon: Float) -> [[Float]] {
  rows.map { row in
    let mean = row.reduce(0, +) / Float(row.count)
    let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(row.count)
    return row.indices.map { scale[$0] * (row[$0] - mean) / (variance + epsilon) + shift[$0] }
  }
}
