// The blocks of three transformers, put together from their parts.

/// A block of a GPT: a norm before each part, and a residual that is only ever added to.
///
/// - Parameter x: `[batch, time, channels]`; so is the result.
func gptBlock(
  _ x: Tensor, norm1: (Tensor) -> Tensor, attention: (Tensor) -> Tensor, norm2: (Tensor) -> Tensor,
  feedForward: (Tensor) -> Tensor
) -> Tensor {
  let heard = x + attention(norm1(x))
  return heard + feedForward(norm2(heard))
}

/// A block of the encoder of 2017: a norm behind each sum.
func encoderBlock(
  _ x: Tensor, attention: (Tensor) -> Tensor, norm1: (Tensor) -> Tensor, feedForward: (Tensor) -> Tensor,
  norm2: (Tensor) -> Tensor
) -> Tensor {
  let heard = norm1(x + attention(x))
  return norm2(heard + feedForward(heard))
}

/// A block of the decoder of 2017, which looks at what the encoder has read.
///
/// - Parameter memory: `[batch, sourceTime, channels]`
func decoderBlock(
  _ x: Tensor, memory: Tensor, attention: (Tensor) -> Tensor, norm1: (Tensor) -> Tensor,
  crossAttention: (_ queriesFrom: Tensor, _ keysFrom: Tensor) -> Tensor, norm2: (Tensor) -> Tensor,
  feedForward: (Tensor) -> Tensor, norm3: (Tensor) -> Tensor
) -> Tensor {
  let written = norm1(x + attention(x))
  let read = norm2(written + crossAttention(written, memory))
  return norm3(read + feedForward(read))
}
