/// The shape is right, but the numbers did not move: a reshape alone gives head 0 the first positions instead of its
/// channels. Which axis must change its place?
func splitHeads(_ x: Tensor, heads: Int) -> Tensor {
  let (batch, time, channels) = (x.shape[0], x.shape[1], x.shape[2])
  return x.reshaped(batch, heads, time, channels / heads)
}

func mergeHeads(_ x: Tensor) -> Tensor {
  let (batch, heads, time, headSize) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  return x.reshaped(batch, time, heads * headSize)
}
