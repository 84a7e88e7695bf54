/// The shift is added before the scale, so it is scaled as well. Which of the two comes last in the formula?
func normalizeLayer(_ rows: [[Float]], scale: [Float], shift: [Float], epsilon: Float) -> [[Float]] {
  rows.map { row in
    let mean = row.reduce(0, +) / Float(row.count)
    let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(row.count)
    return row.indices.map { scale[$0] * ((row[$0] - mean) / (variance + epsilon).squareRoot() + shift[$0]) }
  }
}
