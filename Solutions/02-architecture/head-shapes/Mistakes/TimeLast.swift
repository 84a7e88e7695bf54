/// The time has become the last axis: the shape is [batch, heads, headSize, time], as keys have it for the product with
/// the queries. Which axes should change places, and which stay?
func splitHeads(_ x: Tensor, heads: Int) -> Tensor {
  let (batch, time, channels) = (x.shape[0], x.shape[1], x.shape[2])
  return x.reshaped(batch, time, heads, channels / heads).permuted(0, 2, 3, 1)
}

func mergeHeads(_ x: Tensor) -> Tensor {
  let (batch, heads, time, headSize) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  return x.permuted(0, 3, 1, 2).reshaped(batch, headSize, heads * time)
}
