/// The feed-forward network reads what came into the block, not what attention has left: the two work side by side. There
/// are models that do so, but this is none of them.
func gptBlock(
  _ x: Tensor, norm1: (Tensor) -> Tensor, attention: (Tensor) -> Tensor, norm2: (Tensor) -> Tensor,
  feedForward: (Tensor) -> Tensor
) -> Tensor {
  x + attention(norm1(x)) + feedForward(norm2(x))
}

func encoderBlock(
  _ x: Tensor, attention: (Tensor) -> Tensor, norm1: (Tensor) -> Tensor, feedForward: (Tensor) -> Tensor,
  norm2: (Tensor) -> Tensor
) -> Tensor {
  let heard = norm1(x + attention(x))
  return norm2(heard + feedForward(x))
}

func decoderBlock(
  _ x: Tensor, memory: Tensor, attention: (Tensor) -> Tensor, norm1: (Tensor) -> Tensor,
  crossAttention: (_ queriesFrom: Tensor, _ keysFrom: Tensor) -> Tensor, norm2: (Tensor) -> Tensor,
  feedForward: (Tensor) -> Tensor, norm3: (Tensor) -> Tensor
) -> Tensor {
  let written = norm1(x + attention(x))
  let read = norm2(written + crossAttention(written, memory))
  return norm3(read + feedForward(read))
}
