/// Head 0 gets every other channel: the last axis was split into [headSize, heads]. The channels of one head lie next
/// to each other; which of the two new axes comes first?
func splitHeads(_ x: Tensor, heads: Int) -> Tensor {
  let (batch, time, channels) = (x.shape[0], x.shape[1], x.shape[2])
  return x.reshaped(batch, time, channels / heads, heads).permuted(0, 3, 1, 2)
}

func mergeHeads(_ x: Tensor) -> Tensor {
  let (batch, heads, time, headSize) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  return x.permuted(0, 2, 3, 1).reshaped(batch, time, heads * headSize)
}
