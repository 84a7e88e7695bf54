// The sizes and options of a BERT.

import Layers

/// What a BERT is made of, and which heads it has. The defaults are those of Devlin et al. (2018).
public struct BERTConfiguration: Sendable, Equatable {
  public var vocabularySize: Int
  /// The most tokens it can see at once.
  public var contextLength: Int
  public var layers: Int
  public var heads: Int
  public var channels: Int
  public var hiddenChannels: Int
  /// Kinds of segments, of which each token belongs to one: question and passage, for instance.
  public var segments: Int
  public var activation: Activation
  public var epsilon: Float
  public var attentionDropout, residualDropout: Float
  /// Whether there is a layer on the first token, which classification needs.
  public var hasPooler: Bool
  /// Whether it can say which token was masked.
  public var hasMaskedHead: Bool
  /// The names of the classes it tells apart; empty: it has no such head.
  public var labels: [String]

  public init(
    vocabularySize: Int, contextLength: Int = 512, layers: Int, heads: Int, channels: Int, hiddenChannels: Int? = nil,
    segments: Int = 2, activation: Activation = .gelu, epsilon: Float = 1e-12, dropout: Float = 0,
    hasPooler: Bool = true, hasMaskedHead: Bool = false, labels: [String] = []
  ) {
    self.vocabularySize = vocabularySize
    self.contextLength = contextLength
    self.layers = layers
    self.heads = heads
    self.channels = channels
    self.hiddenChannels = hiddenChannels ?? channels.multipliedReportingOverflow(by: 4).partialValue
    self.segments = segments
    self.activation = activation
    self.epsilon = epsilon
    (attentionDropout, residualDropout) = (dropout, dropout)
    self.hasPooler = hasPooler
    self.hasMaskedHead = hasMaskedHead
    self.labels = labels
  }

  /// Throws ``ConfigurationError`` unless there can be such a model.
  public func check() throws {
    try ConfigurationError.check(
      sizes: [
        ("vocabularySize", vocabularySize), ("contextLength", contextLength), ("layers", layers), ("heads", heads),
        ("channels", channels), ("hiddenChannels", hiddenChannels), ("segments", segments),
      ],
      rates: [("attentionDropout", attentionDropout), ("residualDropout", residualDropout)])
    try ConfigurationError.check("channels", channels, isDivisibleBy: "heads", heads)
    if !labels.isEmpty && !hasPooler { throw ConfigurationError.other("labels need a pooler: set hasPooler to true") }
  }
}
