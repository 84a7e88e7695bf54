// The sizes and options of a GPT.

import Layers

/// What a GPT is made of. The defaults are GPT-2's; `llama` has those of models since 2023.
public struct GPTConfiguration: Codable, Sendable, Equatable {
  public enum Positions: String, Codable, Sendable { case learned, rotary }

  public var vocabularySize: Int
  /// The most tokens it can see at once.
  public var contextLength: Int
  public var layers: Int
  public var heads: Int
  /// The size of the residual.
  public var channels: Int
  /// Fewer than `heads`: grouped-query attention.
  public var keyValueHeads: Int
  public var headSize: Int
  public var hiddenChannels: Int
  public var activation: Activation
  /// Whether the feed-forward part is gated; with `.silu` that is SwiGLU.
  public var isGated: Bool
  public var normalization: Normalization
  public var epsilon: Float
  public var positions: Positions
  public var rotaryBase: Float
  /// Whether the output layer is the token embedding.
  public var isTied: Bool
  /// Whether linear layers and layer norms add a learnt vector.
  public var hasBias: Bool
  public var embeddingDropout, attentionDropout, residualDropout: Float

  /// - Parameters:
  ///   - keyValueHeads, headSize, hiddenChannels: nil: `heads`, `channels / heads`, `4 · channels`.
  ///   - dropout: after the embeddings, on the attention pattern, and on what is added to the residual.
  public init(
    vocabularySize: Int, contextLength: Int, layers: Int, heads: Int, channels: Int, keyValueHeads: Int? = nil,
    headSize: Int? = nil, hiddenChannels: Int? = nil, activation: Activation = .geluTanh, isGated: Bool = false,
    normalization: Normalization = .layerNorm, epsilon: Float = 1e-5, positions: Positions = .learned,
    rotaryBase: Float = 10_000, isTied: Bool = true, hasBias: Bool = true, dropout: Float = 0
  ) {
    self.vocabularySize = vocabularySize
    self.contextLength = contextLength
    self.layers = layers
    self.heads = heads
    self.channels = channels
    self.keyValueHeads = keyValueHeads ?? heads
    self.headSize = headSize ?? (heads > 0 ? channels / heads : 0)
    self.hiddenChannels = hiddenChannels ?? channels.multipliedReportingOverflow(by: 4).partialValue
    self.activation = activation
    self.isGated = isGated
    self.normalization = normalization
    self.epsilon = epsilon
    self.positions = positions
    self.rotaryBase = rotaryBase
    self.isTied = isTied
    self.hasBias = hasBias
    (embeddingDropout, attentionDropout, residualDropout) = (dropout, dropout, dropout)
  }

  /// GPT-2 with 124 million parameters (Radford et al. 2019).
  public static let gpt2 = GPTConfiguration(
    vocabularySize: 50_257, contextLength: 1024, layers: 12, heads: 12, channels: 768)

  /// RMSNorm, rotary positions, SwiGLU, no biases, and an output layer of its own (Touvron et al. 2023).
  public static func llama(
    vocabularySize: Int, contextLength: Int, layers: Int, heads: Int, keyValueHeads: Int? = nil, channels: Int,
    hiddenChannels: Int
  ) -> GPTConfiguration {
    GPTConfiguration(
      vocabularySize: vocabularySize, contextLength: contextLength, layers: layers, heads: heads, channels: channels,
      keyValueHeads: keyValueHeads, hiddenChannels: hiddenChannels, activation: .silu, isGated: true,
      normalization: .rmsNorm, epsilon: 1e-6, positions: .rotary, isTied: false, hasBias: false)
  }

  /// Throws ``ConfigurationError`` unless there can be such a model.
  public func check() throws {
    try ConfigurationError.check(
      sizes: [
        ("vocabularySize", vocabularySize), ("contextLength", contextLength), ("layers", layers), ("heads", heads),
        ("channels", channels), ("keyValueHeads", keyValueHeads), ("headSize", headSize),
        ("hiddenChannels", hiddenChannels),
      ],
      rates: [
        ("embeddingDropout", embeddingDropout), ("attentionDropout", attentionDropout),
        ("residualDropout", residualDropout),
      ])
    guard epsilon > 0, rotaryBase > 0 else {
      throw ConfigurationError.other("epsilon is \(epsilon) and rotaryBase \(rotaryBase); both must be above 0")
    }
    try ConfigurationError.check("heads", heads, isDivisibleBy: "keyValueHeads", keyValueHeads)
    if positions == .rotary { try ConfigurationError.check("headSize", headSize, isDivisibleBy: "a pair", 2) }
    if headSize == channels / heads {
      try ConfigurationError.check("channels", channels, isDivisibleBy: "heads", heads)
    }
  }
}
