/// Splitting is right, but merging reshapes while the heads are still in front, so one position receives numbers of
/// others. Undo the two steps in the opposite order.
func splitHeads(_ x: Tensor, heads: Int) -> Tensor {
  let (batch, time, channels) = (x.shape[0], x.shape[1], x.shape[2])
  return x.reshaped(batch, time, heads, channels / heads).permuted(0, 2, 1, 3)
}

func mergeHeads(_ x: Tensor) -> Tensor {
  let (batch, heads, time, headSize) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  return x.reshaped(batch, time, heads * headSize)
}
