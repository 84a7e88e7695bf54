// A block of an encoder: Vaswani et al. 2017, section 3.1. The encoder of the transformer is a pile of these, and so is
// BERT.

import Layers
import Tensors

/// Every position looks at all the others, then thinks by itself; each part is added to the residual, and a norm
/// follows.
public struct EncoderBlock: Module, CustomStringConvertible {
  public var attention: MultiHeadAttention
  public var norm1: LayerNorm
  public var feedForward: FeedForward
  public var norm2: LayerNorm
  private let dropout: Dropout

  init(
    attention: MultiHeadAttention, feedForward: FeedForward, channels: Int, epsilon: Float, dropout: Dropout,
    using initializer: inout Initializer
  ) {
    self.attention = attention
    self.feedForward = feedForward
    norm1 = LayerNorm(channels: channels, epsilon: epsilon, using: &initializer)
    norm2 = LayerNorm(channels: channels, epsilon: epsilon, using: &initializer)
    self.dropout = dropout
  }

  /// - Parameter x: `[batch, time, channels]`; so is the result.
  func callAsFunction(_ x: Tensor, mask: Tensor?, tap: Tap) -> Tensor {
    var x = tap("residual.before", x)
    x = tap("residual.middle", x + dropout(attention(x, mask: mask, tap: tap["attention"])))
    x = tap("norm1", norm1(x))
    x = tap("residual.after", x + dropout(feedForward(x, tap: tap["feedForward"])))
    return tap("norm2", norm2(x))
  }

  public var parameters: [NamedParameter] {
    attention.parameters(named: "attention") + norm1.parameters(named: "norm1")
      + feedForward.parameters(named: "feedForward") + norm2.parameters(named: "norm2")
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try attention.visitLinears(named: "attention", visit)
    try feedForward.visitLinears(named: "feedForward", visit)
  }
}

extension [ActivationPoint] {
  /// The points of an `EncoderBlock`.
  static func encoderBlock(of time: ActivationPoint.Axis = .time) -> Self {
    let residual: [ActivationPoint.Axis] = [.batch, time, .channels]
    return [ActivationPoint("residual.before", residual)] + .attention(of: time, over: time).inside("attention")
      + [ActivationPoint("residual.middle", residual), ActivationPoint("norm1", residual)]
      + .feedForward(of: time).inside("feedForward")
      + [ActivationPoint("residual.after", residual), ActivationPoint("norm2", residual)]
  }
}
