/// In your GPT's block the normed vector goes into the sum as well. The norm is for the part alone: what does the sum add
/// its result to?
func gptBlock(
  _ x: Tensor, norm1: (Tensor) -> Tensor, attention: (Tensor) -> Tensor, norm2: (Tensor) -> Tensor,
  feedForward: (Tensor) -> Tensor
) -> Tensor {
  let first = norm1(x)
  let heard = first + attention(first)
  let second = norm2(heard)
  return second + feedForward(second)
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
  let written = norm1(x + attention(x))
  let read = norm2(written + crossAttention(written, memory))
  return norm3(read + feedForward(read))
}
