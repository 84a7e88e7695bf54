// Layer normalization: every position gets mean 0 and spread 1, then a learnt scale and shift.

/// Normalizes each row over its channels.
///
/// - Parameters:
///   - rows: `[positions][channels]`
///   - scale, shift: `[channels]`
///   - epsilon: added to the variance, 0 or more.
/// - Returns: `[positions][channels]`
func normalizeLayer(_ rows: [[Float]], scale: [Float], shift: [Float], epsilon: Float) -> [[Float]] {
  rows.map { row in
    let count = Float(row.count)
    let mean = row.reduce(0, +) / count
    let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let spread = (variance + epsilon).squareRoot()
    return row.indices.map { scale[$0] * (row[$0] - mean) / spread + shift[$0] }
  }
}
