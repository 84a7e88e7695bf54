/// Your decoder looks at the memory before it has heard what it wrote itself. Which of its two kinds of attention comes
/// first?
func gptBlock(
  _ x: Tensor, norm1: (Tensor) -> Tensor, attention: (Tensor) -> Tensor, norm2: (Tensor) -> Tensor,
  feedForward: (Tensor) -> Tensor
) -> Tensor {
  let heard = x + attention(norm1(x))
  return heard + feedForward(norm2(heard))
}

func encoderBlock(
  _ x: Tensor, attention: (Tensor) -> Tensor, norm1: (Tensor) -> Tensor, feedForward: (Tensor) -> Tensor,
  norm2: (Tensor) -> Tensor
) -> Tensor {
  let heard = norm1(x + attention(x))
  return norm2(heard + feedForward(heard))
}

func decoderBlock(
  _ x: Tensor, memory: Tensor, attention: (Tensor) -> Tensor, norm1: (Tensor) -> Tensor,
  crossAttention: (_ queriesFrom: Tensor, _ keysFrom: Tensor) -> Tensor, norm2: (Tensor) -> Tensor,
  feedForward: (Tensor) -> Tensor, norm3: (Tensor) -> Tensor
) -> Tensor {
  let read = norm1(x + crossAttention(x, memory))
  let written = norm2(read + attention(read))
  return norm3(written + feedForward(written))
}
