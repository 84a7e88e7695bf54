/// You divide by the spread, but the mean is still in the result. A row should have the mean 0 before scale and shift.
func normalizeLayer(_ rows: [[Float]], scale: [Float], shift: [Float], epsilon: Float) -> [[Float]] {
  rows.map { row in
    let mean = row.reduce(0, +) / Float(row.count)
    let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(row.count)
    return row.indices.map { scale[$0] * row[$0] / (variance + epsilon).squareRoot() + shift[$0] }
  }
}
