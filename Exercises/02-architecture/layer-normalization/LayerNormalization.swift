// Layer normalization: every position gets mean 0 and spread 1, then a learnt scale and shift.

/// Normalizes each row over its channels.
///
/// - Parameters:
///   - rows: `[positions][channels]`
///   - scale, shift: `[channels]`
///   - epsilon: added to the variance, 0 or more.
/// - Returns: `[positions][channels]`
func normalizeLayer(_ rows: [[Float]], scale: [Float], shift: [Float], epsilon: Float) -> [[Float]] {
  // TODO(layer-normalization): mean and variance of each row, then scale and shift of each channel.
  []
}
