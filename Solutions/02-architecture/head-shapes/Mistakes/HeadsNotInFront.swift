/// The last axis is split, but the heads stand behind the time: [batch, time, heads, headSize]. One more step brings
/// them in front.
func splitHeads(_ x: Tensor, heads: Int) -> Tensor {
  let (batch, time, channels) = (x.shape[0], x.shape[1], x.shape[2])
  return x.reshaped(batch, time, heads, channels / heads)
}

func mergeHeads(_ x: Tensor) -> Tensor {
  let (batch, heads, time, headSize) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  return x.reshaped(batch, heads, time * headSize)
}
