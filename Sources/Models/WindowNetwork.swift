// A language model that reads the last few tokens and no more: what came between counting and recurrent networks. It
// has no checkpoints; lessons train it in seconds.

import Layers
import Tensors

/// What a window network is made of.
public struct WindowConfiguration: Codable, Sendable, Equatable {
  public var vocabularySize: Int
  /// How many tokens the network sees, the present one among them.
  public var window: Int
  /// The size of a token's vector.
  public var channels: Int
  public var hiddenChannels: Int
  /// Whether the vectors are put one behind the other, so that the network knows which stood where; otherwise it sees
  /// their mean, a bag of words.
  public var isOrdered: Bool

  public init(vocabularySize: Int, window: Int, channels: Int, hiddenChannels: Int, isOrdered: Bool = true) {
    self.vocabularySize = vocabularySize
    self.window = window
    self.channels = channels
    self.hiddenChannels = hiddenChannels
    self.isOrdered = isOrdered
  }

  /// Throws ``ConfigurationError`` unless there can be such a model.
  public func check() throws {
    try ConfigurationError.check(sizes: [
      ("vocabularySize", vocabularySize), ("window", window), ("channels", channels),
      ("hiddenChannels", hiddenChannels),
    ])
  }
}

/// From the vectors of the last few tokens it computes how likely each token is to come next (Bengio et al. 2003, with
/// ReLU and without their direct connections). Before the first token of a text the window is filled with copies of it.
public struct WindowNetwork: Model {
  public let configuration: WindowConfiguration
  public let scope = ModelScope()
  public var tokenEmbedding: Embedding
  public var hidden: Linear
  public var head: Linear

  /// Random values from a seed: small vectors, PyTorch's values for the layers.
  public init(_ configuration: WindowConfiguration, seed: Int) {
    stopUnless("WindowNetwork") { try configuration.check() }
    self.configuration = configuration
    var initializer = Initializer(seed: seed)
    let inputs = configuration.channels * (configuration.isOrdered ? configuration.window : 1)
    let width = configuration.hiddenChannels
    tokenEmbedding = Embedding(
      count: configuration.vocabularySize, channels: configuration.channels, using: &initializer)
    hidden = Linear(inputs: inputs, outputs: width, values: .torch(inputs: inputs), using: &initializer)
    head = Linear(
      inputs: width, outputs: configuration.vocabularySize, values: .torch(inputs: width), using: &initializer)
  }

  /// The logits of the token that follows each one: `[batch, time]` to `[batch, time, vocabularySize]`. Padding, if
  /// there is any, must be on the right.
  public func callAsFunction(_ tokens: TokenBatch) -> Tensor {
    stopUnless("WindowNetwork") { try check(tokens) }
    return run(tokens, tap: scope.tap())
  }

  /// The logits for one sequence: `[time]` to `[time, vocabularySize]`.
  public func callAsFunction(_ tokens: [Int]) -> Tensor { self(TokenBatch([tokens])).squeezed(at: 0) }

  /// The mean of `-log p(target)`, in nats; shape `[]`. Targets as for `GPT`.
  public func loss(_ tokens: TokenBatch, targets: [[Int]], ignoring ignored: Int = -100) -> Tensor {
    crossEntropy(logits: self(tokens), targets: targets.flatMap { $0 }, ignoring: ignored)
  }

  /// Logits, and what the network computed on the way.
  public func runWithCache(
    _ tokens: TokenBatch, names: @escaping (String) -> Bool = { _ in true }
  ) -> (logits: Tensor, activations: Activations) {
    stopUnless("WindowNetwork") { try check(tokens) }
    let (logits, activations) = recording(names) { run(tokens, tap: $0) }
    return (logits, activations)
  }

  /// Throws ``ModelInputError`` unless the model can read these tokens. There may be any number of them.
  public func check(_ tokens: TokenBatch) throws {
    try tokens.check(vocabularySize: configuration.vocabularySize, contextLength: .max)
  }

  private func run(_ tokens: TokenBatch, tap: Tap) -> Tensor {
    let (batch, time, window) = (tokens.batch, tokens.time, configuration.window)
    let places = (0..<batch).flatMap { row in
      (0..<time).flatMap { last in (0..<window).map { row * time + max(0, last - window + 1 + $0) } }
    }
    let vectors = tokenEmbedding(places.map { tokens.ids[$0] })  // [batch · time · window, channels]
    let x = tap(
      "embeddings.window",
      configuration.isOrdered
        ? vectors.reshaped(batch, time, -1)
        : vectors.reshaped(batch, time, window, -1).mean(axis: 2))
    let activated = tap("hidden.activated", Activation.relu(tap("hidden.output", hidden(x))))
    return tap("logits", head(activated))
  }

  public var activationPoints: [ActivationPoint] {
    [
      ActivationPoint("embeddings.window", [.batch, .time, .channels]),
      ActivationPoint("hidden.output", [.batch, .time, .hiddenChannels]),
      ActivationPoint("hidden.activated", [.batch, .time, .hiddenChannels]),
      ActivationPoint("logits", [.batch, .time, .vocabulary]),
    ]
  }

  public var parameters: [NamedParameter] {
    tokenEmbedding.parameters(named: "tokenEmbedding") + hidden.parameters(named: "hidden")
      + head.parameters(named: "head")
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try hidden.visitLinears(named: "hidden", visit)
    try head.visitLinears(named: "head", visit)
  }
}
