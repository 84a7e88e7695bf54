// Channels become heads, and heads become channels again.

/// Gives each head its part of the channels.
///
/// - Parameter x: `[batch, time, channels]`, with channels divisible by `heads`.
/// - Returns: `[batch, heads, time, channels / heads]`
func splitHeads(_ x: Tensor, heads: Int) -> Tensor {
  // TODO(head-shapes): split the last axis, then bring the heads in front of the time.
  x
}

/// Puts the parts of the heads together.
///
/// - Parameter x: `[batch, heads, time, headSize]`
/// - Returns: `[batch, time, heads * headSize]`
func mergeHeads(_ x: Tensor) -> Tensor {
  // TODO(head-shapes): the way back.
  x
}
