// The bidirectional encoder: Devlin et al., "BERT: Pre-training of Deep Bidirectional Transformers" (2018). Each part
// is followed by a norm. The head for next-sentence prediction is left out.

import Layers
import Tensors

/// Reads a text from both sides at once: a vector for each token in its context, `[batch, time, channels]`.
///
/// ```swift
/// let model = try BERT.load(from: "all-MiniLM-L6-v2")
/// let vectors = model.embed(TokenBatch(padding: sentences))        // [sentences, 384], of length 1
/// ```
public struct BERT: Model {
  public internal(set) var configuration: BERTConfiguration
  public let scope = ModelScope()
  public var tokenEmbedding, positionEmbedding, segmentEmbedding: Embedding
  public var embeddingNorm: LayerNorm
  public var blocks: [EncoderBlock]
  /// `tanh` of this layer on the first token stands for the whole text.
  public var pooler: Linear?
  public var maskedHead: MaskedHead?
  /// From the pooled vector to a logit for each class.
  public var classifier: Linear?
  let dropout: Dropout

  func forward(_ tokens: TokenBatch, segments: [Int], tap: Tap) -> Tensor {
    let positions = (0..<tokens.batch).flatMap { _ in 0..<tokens.time }
    let shape = [tokens.batch, tokens.time, configuration.channels]
    let token = tap("embeddings.token", tokenEmbedding(tokens))
    let position = tap("embeddings.position", positionEmbedding(positions).reshaped(to: shape))
    let segment = tap("embeddings.segment", segmentEmbedding(segments).reshaped(to: shape))
    var x = dropout(tap("embeddings.norm", embeddingNorm(token + position + segment)))
    let mask = tokens.attentionMask
    for (layer, block) in blocks.enumerated() { x = block(x, mask: mask, tap: tap["blocks.\(layer)"]) }
    return x
  }

  /// Says which token was masked, from its vector: a layer of its own, then the token embedding.
  public struct MaskedHead: Module, CustomStringConvertible {
    public var dense: Linear
    public var norm: LayerNorm
    /// `[vocabularySize]`
    public let bias: Parameter
    private let activation: Activation

    /// `[…, channels]` to `[…, vocabularySize]`.
    func callAsFunction(_ x: Tensor, embedding: Embedding) -> Tensor {
      linear(norm(activation(dense(x))), weight: embedding.table.tensor, bias: bias.tensor)
    }
  }
}

extension BERT {
  /// A model that has learnt nothing yet: random values from a seed, normal with the standard deviation 0.02.
  public init(_ configuration: BERTConfiguration, seed: Int) {
    stopUnless("BERT") { try configuration.check() }
    var initializer = Initializer(seed: seed)
    self.init(configuration, using: &initializer)
  }

  /// - Parameter configuration: checked.
  init(_ configuration: BERTConfiguration, using initializer: inout Initializer) {
    self.configuration = configuration
    let scope = scope
    let channels = configuration.channels
    tokenEmbedding = Embedding(count: configuration.vocabularySize, channels: channels, using: &initializer)
    positionEmbedding = Embedding(count: configuration.contextLength, channels: channels, using: &initializer)
    segmentEmbedding = Embedding(count: configuration.segments, channels: channels, using: &initializer)
    embeddingNorm = LayerNorm(channels: channels, epsilon: configuration.epsilon, using: &initializer)
    blocks = (0..<configuration.layers).map { _ in
      EncoderBlock(
        attention: MultiHeadAttention(
          channels: channels, heads: configuration.heads,
          dropout: Dropout(rate: configuration.attentionDropout, scope: scope), using: &initializer),
        feedForward: FeedForward(
          channels: channels, hiddenChannels: configuration.hiddenChannels, activation: configuration.activation,
          using: &initializer),
        channels: channels, epsilon: configuration.epsilon,
        dropout: Dropout(rate: configuration.residualDropout, scope: scope), using: &initializer)
    }
    pooler = configuration.hasPooler ? Linear(inputs: channels, outputs: channels, using: &initializer) : nil
    maskedHead = configuration.hasMaskedHead ? MaskedHead(configuration, using: &initializer) : nil
    classifier =
      configuration.labels.isEmpty
      ? nil : Linear(inputs: channels, outputs: configuration.labels.count, using: &initializer)
    dropout = Dropout(rate: configuration.residualDropout, scope: scope)
  }

  public var outputLayer: String { "classifier" }

  public var parameters: [NamedParameter] {
    tokenEmbedding.parameters(named: "tokenEmbedding") + positionEmbedding.parameters(named: "positionEmbedding")
      + segmentEmbedding.parameters(named: "segmentEmbedding") + embeddingNorm.parameters(named: "embeddingNorm")
      + blocks.parameters(named: "blocks") + pooler.parameters(named: "pooler")
      + maskedHead.parameters(named: "maskedHead") + classifier.parameters(named: "classifier")
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try blocks.visitLinears(named: "blocks", visit)
    try pooler.visitLinears(named: "pooler", visit)
    try maskedHead.visitLinears(named: "maskedHead", visit)
    try classifier.visitLinears(named: "classifier", visit)
  }
}

extension BERT.MaskedHead {
  init(_ configuration: BERTConfiguration, using initializer: inout Initializer) {
    dense = Linear(inputs: configuration.channels, outputs: configuration.channels, using: &initializer)
    norm = LayerNorm(channels: configuration.channels, epsilon: configuration.epsilon, using: &initializer)
    bias = initializer([configuration.vocabularySize], .constant(0))
    activation = configuration.activation
  }

  public var parameters: [NamedParameter] {
    dense.parameters(named: "dense") + norm.parameters(named: "norm") + [NamedParameter("bias", bias)]
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try dense.visitLinears(named: "dense", visit)
  }
}
