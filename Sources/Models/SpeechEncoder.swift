// An encoder of speech that names what was said: spectrogram frames in, one of a few classes out. A small relative of the
// keyword transformer (Berg et al. 2021) and of Whisper's encoder (Radford et al. 2022).

import Layers
import Tensors

/// What a speech encoder is made of.
public struct SpeechEncoderConfiguration: Codable, Sendable, Equatable {
  /// The bands of a spectrogram frame.
  public var mels: Int
  /// How many frames there are from one position to the next; each sees twice as many.
  public var stride: Int
  /// The most frames it can hear at once.
  public var contextLength: Int
  public var layers: Int
  public var heads: Int
  public var channels: Int
  public var hiddenChannels: Int
  public var dropout: Float
  /// The names of the classes.
  public var labels: [String]

  public init(
    mels: Int = 40, stride: Int = 4, contextLength: Int = 400, layers: Int = 2, heads: Int = 4, channels: Int = 96,
    hiddenChannels: Int? = nil, dropout: Float = 0.1, labels: [String]
  ) {
    self.mels = mels
    self.stride = stride
    self.contextLength = contextLength
    self.layers = layers
    self.heads = heads
    self.channels = channels
    self.hiddenChannels = hiddenChannels ?? channels.multipliedReportingOverflow(by: 2).partialValue
    self.dropout = dropout
    self.labels = labels
  }

  /// Throws ``ConfigurationError`` unless there can be such a model.
  public func check() throws {
    try ConfigurationError.check(
      sizes: [
        ("mels", mels), ("stride", stride), ("contextLength", contextLength), ("layers", layers), ("heads", heads),
        ("channels", channels), ("hiddenChannels", hiddenChannels), ("the number of labels", labels.count),
      ], rates: [("dropout", dropout)])
    try ConfigurationError.check("channels", channels, isDivisibleBy: "heads", heads)
  }
}

/// Hears a short piece of speech and says which of its classes it is.
///
/// A convolution over time makes a vector of every few frames; blocks of an encoder let them hear each other; their mean
/// stands for the whole.
public struct SpeechEncoder: Model {
  public let configuration: SpeechEncoderConfiguration
  public let scope = ModelScope()
  /// A convolution, as a linear layer on pieces of 2 · stride frames that overlap by half.
  public var convolution: Linear
  public var blocks: [EncoderBlock]
  public var classifier: Linear
  private let positions: SinusoidalPositions
  private let dropout: Dropout

  /// - Parameters:
  ///   - frames: `[batch, time, mels]`
  ///   - counts: how many frames each has; those behind are padding.
  /// - Returns: the logits, `[batch, labels]`.
  func forward(_ frames: Tensor, counts: [Int], tap: Tap) -> Tensor {
    let (batch, stride) = (frames.shape[0], configuration.stride)
    let time = (frames.shape[1] + stride - 1) / stride
    let pieces = overlapping(frames, time: time)  // [batch, time, 2 · stride · mels]
    let heard = tap("convolution", convolution(pieces).gelu())
    var x = dropout(heard + positions(Array(0..<time)))  // [batch, time, channels]
    let isPresent = counts.flatMap { count in (0..<time).map { $0 * stride < count } }
    let mask =
      isPresent.contains(false)
      ? Tensor(isPresent.map { $0 ? 0 : -.infinity }, shape: [batch, 1, 1, time]) : nil
    for (layer, block) in blocks.enumerated() { x = block(x, mask: mask, tap: tap["blocks.\(layer)"]) }
    let present = Tensor(isPresent.map { $0 ? 1 : 0 }, shape: [batch, time, 1])
    let mean = tap("mean", (x * present).sum(axis: 1) / present.sum(axis: 1))
    return tap("logits", classifier(dropout(mean)))
  }

  /// Pieces of 2 · stride frames, one every `stride` frames, zeros behind the last: `[batch, time, 2 · stride · mels]`.
  private func overlapping(_ frames: Tensor, time: Int) -> Tensor {
    let (batch, mels, stride) = (frames.shape[0], configuration.mels, configuration.stride)
    let missing = (time + 1) * stride - frames.shape[1]
    let padded = Tensor.concatenated([frames, .zeros(batch, missing, mels)], axis: 1)
    let pieces = padded.reshaped(batch, time + 1, stride * mels)
    return Tensor.concatenated([pieces[0..., 0..<time], pieces[0..., 1...]], axis: 2)
  }
}

extension SpeechEncoder {
  /// A model that has learnt nothing yet: random values from a seed, Xavier's for the layers.
  public init(_ configuration: SpeechEncoderConfiguration, seed: Int) {
    stopUnless("SpeechEncoder") { try configuration.check() }
    var initializer = Initializer(seed: seed)
    self.init(configuration, using: &initializer)
  }

  /// - Parameter configuration: checked.
  init(_ configuration: SpeechEncoderConfiguration, using initializer: inout Initializer) {
    self.configuration = configuration
    let scope = scope
    let (channels, hidden) = (configuration.channels, configuration.hiddenChannels)
    let inputs = 2 * configuration.stride * configuration.mels
    convolution = Linear(
      inputs: inputs, outputs: channels, values: .xavier(inputs: inputs, outputs: channels), using: &initializer)
    blocks = (0..<configuration.layers).map { _ in
      let inner = InitialValues.xavier(inputs: channels, outputs: channels)
      let wide = InitialValues.xavier(inputs: channels, outputs: hidden)
      return EncoderBlock(
        attention: MultiHeadAttention(
          channels: channels, heads: configuration.heads, dropout: Dropout(rate: configuration.dropout, scope: scope),
          values: inner, outputValues: inner, using: &initializer),
        feedForward: FeedForward(
          channels: channels, hiddenChannels: hidden, activation: .gelu, values: wide, outputValues: wide,
          using: &initializer),
        channels: channels, epsilon: 1e-5, dropout: Dropout(rate: configuration.dropout, scope: scope),
        using: &initializer)
    }
    classifier = Linear(inputs: channels, outputs: configuration.labels.count, using: &initializer)
    positions = SinusoidalPositions(channels: channels)
    dropout = Dropout(rate: configuration.dropout, scope: scope)
  }

  public var outputLayer: String { "classifier" }

  public var parameters: [NamedParameter] {
    convolution.parameters(named: "convolution") + blocks.parameters(named: "blocks")
      + classifier.parameters(named: "classifier")
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try convolution.visitLinears(named: "convolution", visit)
    try blocks.visitLinears(named: "blocks", visit)
    try classifier.visitLinears(named: "classifier", visit)
  }
}
