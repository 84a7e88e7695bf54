// Channels become heads, and heads become channels again.

/// Gives each head its part of the channels.
///
/// - Parameter x: `[batch, time, channels]`, with channels divisible by `heads`.
/// - Returns: `[batch, heads, time, channels / heads]`
func splitHeads(_ x: Tensor, heads: Int) -> Tensor {
  let (batch, time, channels) = (x.shape[0], x.shape[1], x.shape[2])
  return x.reshaped(batch, time, heads, channels / heads)  // [batch, time, heads, headSize]
    .permuted(0, 2, 1, 3)  // [batch, heads, time, headSize]
}

/// Puts the parts of the heads together.
///
/// - Parameter x: `[batch, heads, time, headSize]`
/// - Returns: `[batch, time, heads * headSize]`
func mergeHeads(_ x: Tensor) -> Tensor {
  let (batch, heads, time, headSize) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  return x.permuted(0, 2, 1, 3)  // [batch, time, heads, headSize]
    .reshaped(batch, time, heads * headSize)
}
