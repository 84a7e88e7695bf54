/// Each channel is normalized over the positions, which is batch normalization. Here each position is normalized over
/// its own channels: may one word of a text change the numbers of another?
func normalizeLayer(_ rows: [[Float]], scale: [Float], shift: [Float], epsilon: Float) -> [[Float]] {
  scale.indices.reduce(into: rows) { result, channel in
    let column = rows.map { $0[channel] }
    let mean = column.reduce(0, +) / Float(max(1, column.count))
    let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(max(1, column.count))
    for row in rows.indices {
      let normalized = (rows[row][channel] - mean) / (variance + epsilon).squareRoot()
      result[row][channel] = scale[channel] * normalized + shift[channel]
    }
  }
}
