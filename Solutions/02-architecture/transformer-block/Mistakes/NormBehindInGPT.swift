/// Your GPT's block norms each sum, as the transformer of 2017 did. What runs through a GPT is only ever added to: on the
/// way to what should its norms stand?
func gptBlock(
  _ x: Tensor, norm1: (Tensor) -> Tensor, attention: (Tensor) -> Tensor, norm2: (Tensor) -> Tensor,
  feedForward: (Tensor) -> Tensor
) -> Tensor {
  let heard = norm1(x + attention(x))
  return norm2(heard + feedForward(heard))
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
