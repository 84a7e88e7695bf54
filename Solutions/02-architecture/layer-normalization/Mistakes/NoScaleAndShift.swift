/// The rows are normalized, but scale and shift are not used yet. They are what the model learns here.
func normalizeLayer(_ rows: [[Float]], scale: [Float], shift: [Float], epsilon: Float) -> [[Float]] {
  rows.map { row in
    let mean = row.reduce(0, +) / Float(row.count)
    let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(row.count)
    return row.indices.map { (row[$0] - mean) / (variance + epsilon).squareRoot() }
  }
}
