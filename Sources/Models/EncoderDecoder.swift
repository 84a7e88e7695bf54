// The transformer of 2017: Vaswani et al., "Attention Is All You Need". Each part is followed by a norm; positions are
// sinusoidal; one table of vectors is used at both ends.

import Layers
import Tensors

/// What an encoder-decoder is made of. The paper's base model has 6 layers, 8 heads, 512 channels, 2048 hidden
/// channels.
public struct EncoderDecoderConfiguration: Codable, Sendable, Equatable {
  /// Of the sequence that is read.
  public var vocabularySize: Int
  /// Of the sequence that is written; nil: both share a vocabulary and its table of vectors, as in the paper.
  public var targetVocabularySize: Int?
  public var contextLength: Int
  public var layers: Int
  public var heads: Int
  public var channels: Int
  public var hiddenChannels: Int
  public var activation: Activation
  public var epsilon: Float
  public var dropout: Float

  public init(
    vocabularySize: Int, targetVocabularySize: Int? = nil, contextLength: Int = 512, layers: Int, heads: Int,
    channels: Int, hiddenChannels: Int? = nil, activation: Activation = .relu, epsilon: Float = 1e-5, dropout: Float = 0
  ) {
    self.vocabularySize = vocabularySize
    self.targetVocabularySize = targetVocabularySize
    self.contextLength = contextLength
    self.layers = layers
    self.heads = heads
    self.channels = channels
    self.hiddenChannels = hiddenChannels ?? channels.multipliedReportingOverflow(by: 4).partialValue
    self.activation = activation
    self.epsilon = epsilon
    self.dropout = dropout
  }

  /// Throws ``ConfigurationError`` unless there can be such a model.
  public func check() throws {
    try ConfigurationError.check(
      sizes: [
        ("vocabularySize", vocabularySize), ("targetVocabularySize", targetVocabularySize ?? 1),
        ("contextLength", contextLength), ("layers", layers), ("heads", heads), ("channels", channels),
        ("hiddenChannels", hiddenChannels),
      ], rates: [("dropout", dropout)])
    try ConfigurationError.check("channels", channels, isDivisibleBy: "heads", heads)
  }
}

/// Reads one sequence and writes another: translation, summaries.
public struct EncoderDecoder: Model {
  public let configuration: EncoderDecoderConfiguration
  public let scope = ModelScope()
  public var sourceEmbedding: Embedding
  /// Nil: the source's.
  public var targetEmbedding: Embedding?
  public var encoder: [EncoderBlock]
  public var decoder: [DecoderBlock]
  private let positions: SinusoidalPositions
  private let dropout: Dropout

  /// - Returns: the memory that the decoder looks at, `[batch, sourceTime, channels]`.
  func encode(_ source: TokenBatch, tap: Tap) -> Tensor {
    var x = tap("embeddings", embed(source, source.positions, sourceEmbedding))
    let mask = source.attentionMask
    for (layer, block) in encoder.enumerated() { x = block(x, mask: mask, tap: tap["blocks.\(layer)"]) }
    return x
  }

  /// - Returns: the logits of the token that follows each one of the target, `[batch, time, vocabulary]`.
  func decode(
    _ target: TokenBatch, memory: Tensor, memoryMask: Tensor?, cache: inout KeyValueCache?, onlyLast: Bool = false,
    tap: Tap
  ) -> Tensor {
    let embedding = targetEmbedding ?? sourceEmbedding
    let (positions, mask) = cache?.extend(by: target) ?? (target.positions, target.attentionMask)
    var x = tap("embeddings", embed(target, positions, embedding))
    for (layer, block) in decoder.enumerated() {
      x = block(
        x, mask: mask, memory: memory, memoryMask: memoryMask, cache: &cache, layer: layer, tap: tap["blocks.\(layer)"])
    }
    return embedding.logits(onlyLast ? x[0..., -1] : x)
  }

  /// Vectors times √channels, plus the waves of their positions (section 3.4): `[batch, time, channels]`.
  private func embed(_ tokens: TokenBatch, _ places: [Int], _ embedding: Embedding) -> Tensor {
    let vectors = embedding(tokens) * Float(configuration.channels).squareRoot()
    return dropout(vectors + positions(places).reshaped(to: vectors.shape))
  }

  /// Like the encoder's, with attention to the memory in between.
  public struct DecoderBlock: Module, CustomStringConvertible {
    public var attention: MultiHeadAttention
    public var norm1: LayerNorm
    public var crossAttention: MultiHeadAttention
    public var norm2: LayerNorm
    public var feedForward: FeedForward
    public var norm3: LayerNorm
    private let dropout: Dropout

    func callAsFunction(
      _ x: Tensor, mask: Tensor?, memory: Tensor, memoryMask: Tensor?, cache: inout KeyValueCache?, layer: Int, tap: Tap
    ) -> Tensor {
      var x = tap("residual.before", x)
      x = tap(
        "norm1", norm1(x + dropout(attention(x, mask: mask, cache: &cache, layer: layer, tap: tap["attention"]))))
      let seen = crossAttention(
        x, memory: memory, mask: memoryMask, cache: &cache, layer: layer, tap: tap["crossAttention"])
      x = tap("norm2", norm2(x + dropout(seen)))
      return tap("norm3", norm3(x + dropout(feedForward(x, tap: tap["feedForward"]))))
    }
  }
}

extension EncoderDecoder {
  /// A model that has learnt nothing yet: random values from a seed, Xavier's for the layers.
  public init(_ configuration: EncoderDecoderConfiguration, seed: Int) {
    stopUnless("EncoderDecoder") { try configuration.check() }
    var initializer = Initializer(seed: seed)
    self.init(configuration, using: &initializer)
  }

  /// - Parameter configuration: checked.
  init(_ configuration: EncoderDecoderConfiguration, using initializer: inout Initializer) {
    self.configuration = configuration
    let scope = scope
    let channels = configuration.channels
    // So that vectors times √channels are as large as the positions.
    let vectors = InitialValues.normal(standardDeviation: 1 / Float(channels).squareRoot())
    func embedding(_ count: Int) -> Embedding {
      Embedding(count: count, channels: channels, values: vectors, using: &initializer)
    }
    sourceEmbedding = embedding(configuration.vocabularySize)
    targetEmbedding = configuration.targetVocabularySize.map(embedding)
    encoder = (0..<configuration.layers).map { _ in
      EncoderBlock(
        attention: configuration.attention(isCausal: false, scope, using: &initializer),
        feedForward: configuration.feedForward(using: &initializer), channels: channels,
        epsilon: configuration.epsilon, dropout: Dropout(rate: configuration.dropout, scope: scope),
        using: &initializer)
    }
    decoder = (0..<configuration.layers).map { _ in DecoderBlock(configuration, scope, using: &initializer) }
    positions = SinusoidalPositions(channels: channels)
    dropout = Dropout(rate: configuration.dropout, scope: scope)
  }

  public var parameters: [NamedParameter] {
    sourceEmbedding.parameters(named: "sourceEmbedding") + targetEmbedding.parameters(named: "targetEmbedding")
      + encoder.parameters(named: "encoder") + decoder.parameters(named: "decoder")
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try encoder.visitLinears(named: "encoder", visit)
    try decoder.visitLinears(named: "decoder", visit)
  }
}

extension EncoderDecoderConfiguration {
  fileprivate func attention(
    isCausal: Bool, _ scope: ModelScope, using initializer: inout Initializer
  ) -> MultiHeadAttention {
    let values = InitialValues.xavier(inputs: channels, outputs: channels)
    return MultiHeadAttention(
      channels: channels, heads: heads, isCausal: isCausal, dropout: Dropout(rate: dropout, scope: scope),
      values: values, outputValues: values, using: &initializer)
  }

  fileprivate func feedForward(using initializer: inout Initializer) -> FeedForward {
    let values = InitialValues.xavier(inputs: channels, outputs: hiddenChannels)
    return FeedForward(
      channels: channels, hiddenChannels: hiddenChannels, activation: activation, values: values, outputValues: values,
      using: &initializer)
  }

  fileprivate func norm(using initializer: inout Initializer) -> LayerNorm {
    LayerNorm(channels: channels, epsilon: epsilon, using: &initializer)
  }
}

extension EncoderDecoder.DecoderBlock {
  init(_ configuration: EncoderDecoderConfiguration, _ scope: ModelScope, using initializer: inout Initializer) {
    attention = configuration.attention(isCausal: true, scope, using: &initializer)
    norm1 = configuration.norm(using: &initializer)
    crossAttention = configuration.attention(isCausal: false, scope, using: &initializer)
    norm2 = configuration.norm(using: &initializer)
    feedForward = configuration.feedForward(using: &initializer)
    norm3 = configuration.norm(using: &initializer)
    dropout = Dropout(rate: configuration.dropout, scope: scope)
  }

  public var parameters: [NamedParameter] {
    attention.parameters(named: "attention") + norm1.parameters(named: "norm1")
      + crossAttention.parameters(named: "crossAttention") + norm2.parameters(named: "norm2")
      + feedForward.parameters(named: "feedForward") + norm3.parameters(named: "norm3")
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try attention.visitLinears(named: "attention", visit)
    try crossAttention.visitLinears(named: "crossAttention", visit)
    try feedForward.visitLinears(named: "feedForward", visit)
  }
}
