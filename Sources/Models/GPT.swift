// The decoder-only transformer: Radford et al., "Improving Language Understanding by Generative Pre-Training" (2018),
// with the norm before each part as in GPT-2 (2019). Generation is in the module of that name, checkpoints in
// Checkpoints/.

import Layers
import Tensors

/// A language model: from the tokens so far it computes, for each of them, how likely each token is to come next.
///
/// ```swift
/// let sizes = GPTConfiguration(vocabularySize: 512, contextLength: 128, layers: 4, heads: 4, channels: 128)
/// let model = GPT(sizes, seed: 1)
/// let logits = model([5, 9, 2])                                    // [3, 512]
/// let (_, activations) = model.runWithCache([5, 9, 2])
/// activations["blocks.0.attention.pattern"]                        // [heads, query, key]
/// ```
public struct GPT: Model {
  public internal(set) var configuration: GPTConfiguration
  public let scope = ModelScope()
  /// A vector for each token of the vocabulary.
  public var tokenEmbedding: Embedding
  /// A vector for each place in the context; nil with rotary positions.
  public var positionEmbedding: Embedding?
  public var blocks: [Block]
  public var norm: any Layer
  /// From the residual to logits; nil: the token embedding is used again.
  public var head: Linear?
  private let rotary: RotaryPositions?
  private let dropout: Dropout

  func forward(_ tokens: TokenBatch, cache: inout KeyValueCache?, onlyLast: Bool = false, tap: Tap) -> Tensor {
    tap("logits", logits(states(tokens, cache: &cache, onlyLast: onlyLast, tap: tap)))  // [batch, time, vocabularySize]
  }

  /// The residual after the last norm, `[batch, time, channels]`, or that of the last token alone, `[batch, channels]`.
  func states(_ tokens: TokenBatch, cache: inout KeyValueCache?, onlyLast: Bool = false, tap: Tap) -> Tensor {
    let (positions, mask) = cache?.extend(by: tokens) ?? (tokens.positions, tokens.attentionMask)
    let rotation = rotary?.rotation(positions, batch: tokens.batch)

    var x = tap("embeddings.token", tokenEmbedding(tokens))  // [batch, time, channels]
    if let positionEmbedding {
      x = x + tap("embeddings.position", positionEmbedding(positions).reshaped(to: x.shape))
    }
    x = dropout(x)
    for (layer, block) in blocks.enumerated() {
      x = block(x, mask: mask, rotation: rotation, cache: &cache, layer: layer, tap: tap["blocks.\(layer)"])
    }
    if onlyLast { x = x[0..., -1] }
    return tap("norm", norm(x))
  }

  /// - Parameter x: after the last norm, `[…, channels]`.
  /// - Returns: `[…, vocabularySize]`
  func logits(_ x: Tensor) -> Tensor { head?(x) ?? tokenEmbedding.logits(x) }

  /// Attention looks at other positions, the feed-forward part thinks about each by itself; both add to the residual.
  public struct Block: Module, CustomStringConvertible {
    public var norm1: any Layer
    public var attention: MultiHeadAttention
    public var norm2: any Layer
    public var feedForward: FeedForward
    private let dropout: Dropout

    /// - Parameter x: the residual, `[batch, time, channels]`; so is the result.
    func callAsFunction(
      _ x: Tensor, mask: Tensor?, rotation: RotaryPositions.Rotation?, cache: inout KeyValueCache?, layer: Int, tap: Tap
    ) -> Tensor {
      var x = tap("residual.before", x)
      let seen = attention(
        tap("norm1", norm1(x)), mask: mask, rotation: rotation, cache: &cache, layer: layer, tap: tap["attention"])
      x = tap("residual.middle", x + dropout(seen))
      let thought = feedForward(tap("norm2", norm2(x)), tap: tap["feedForward"])
      return tap("residual.after", x + dropout(thought))
    }
  }
}

extension GPT {
  /// A model that has learnt nothing yet: GPT-2's random values, from a seed.
  public init(_ configuration: GPTConfiguration, seed: Int) {
    stopUnless("GPT") { try configuration.check() }
    var initializer = Initializer(seed: seed)
    self.init(configuration, using: &initializer)
  }

  /// - Parameter configuration: checked.
  init(_ configuration: GPTConfiguration, using initializer: inout Initializer) {
    self.configuration = configuration
    let scope = scope
    let (channels, rotaryBase) = (configuration.channels, configuration.rotaryBase)
    tokenEmbedding = Embedding(count: configuration.vocabularySize, channels: channels, using: &initializer)
    positionEmbedding =
      configuration.positions == .learned
      ? Embedding(count: configuration.contextLength, channels: channels, using: &initializer) : nil
    rotary =
      configuration.positions == .rotary
      ? RotaryPositions(headSize: configuration.headSize, base: rotaryBase) : nil
    blocks = (0..<configuration.layers).map { _ in Block(configuration, scope: scope, using: &initializer) }
    norm = configuration.norm(using: &initializer)
    head =
      configuration.isTied
      ? nil
      : Linear(inputs: channels, outputs: configuration.vocabularySize, hasBias: false, using: &initializer)
    dropout = Dropout(rate: configuration.embeddingDropout, scope: scope)
  }

  public var parameters: [NamedParameter] {
    tokenEmbedding.parameters(named: "tokenEmbedding") + positionEmbedding.parameters(named: "positionEmbedding")
      + blocks.parameters(named: "blocks") + norm.parameters(named: "norm") + head.parameters(named: "head")
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try blocks.visitLinears(named: "blocks", visit)
    try head.visitLinears(named: "head", visit)
  }
}

extension GPT.Block {
  init(_ configuration: GPTConfiguration, scope: ModelScope, using initializer: inout Initializer) {
    let residualValues = InitialValues.gptResidual(layers: configuration.layers)
    norm1 = configuration.norm(using: &initializer)
    attention = MultiHeadAttention(
      channels: configuration.channels, heads: configuration.heads, keyValueHeads: configuration.keyValueHeads,
      headSize: configuration.headSize, isPacked: configuration.isPacked, isCausal: true,
      hasBias: configuration.hasBias, dropout: Dropout(rate: configuration.attentionDropout, scope: scope),
      outputValues: residualValues, using: &initializer)
    norm2 = configuration.norm(using: &initializer)
    feedForward = FeedForward(
      channels: configuration.channels, hiddenChannels: configuration.hiddenChannels,
      activation: configuration.activation, isGated: configuration.isGated, hasBias: configuration.hasBias,
      outputValues: residualValues, using: &initializer)
    dropout = Dropout(rate: configuration.residualDropout, scope: scope)
  }

  public var parameters: [NamedParameter] {
    norm1.parameters(named: "norm1") + attention.parameters(named: "attention") + norm2.parameters(named: "norm2")
      + feedForward.parameters(named: "feedForward")
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try attention.visitLinears(named: "attention", visit)
    try feedForward.visitLinears(named: "feedForward", visit)
  }
}

extension GPTConfiguration {
  /// Whether queries, keys and values come from one layer, as GPT-2 stores them.
  var isPacked: Bool { keyValueHeads == heads && positions == .learned }

  fileprivate func norm(using initializer: inout Initializer) -> any Layer {
    normalization.layer(channels: channels, epsilon: epsilon, hasShift: hasBias, using: &initializer)
  }
}
