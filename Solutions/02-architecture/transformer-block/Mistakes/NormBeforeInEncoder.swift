/// Your encoder norms what each part reads, as a GPT does. In the transformer of 2017 a norm stands behind each sum.
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
  let heard = x + attention(norm1(x))
  return heard + feedForward(norm2(heard))
}

func decoderBlock(
  _ x: Tensor, memory: Tensor, attention: (Tensor) -> Tensor, norm1: (Tensor) -> Tensor,
  crossAttention: (_ queriesFrom: Tensor, _ keysFrom: Tensor) -> Tensor, norm2: (Tensor) -> Tensor,
  feedForward: (Tensor) -> Tensor, norm3: (Tensor) -> Tensor
) -> Tensor {
  let written = x + attention(norm1(x))
  let read = written + crossAttention(norm2(written), memory)
  return read + feedForward(norm3(read))
}
