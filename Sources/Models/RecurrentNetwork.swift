// A language model that reads one token after the other and remembers in a state: what transformers replaced.

import Layers
import Tensors

/// What a recurrent network is made of.
public struct RecurrentConfiguration: Codable, Sendable, Equatable {
  public enum Cell: String, Codable, Sendable, CaseIterable { case elman, gru }

  public var vocabularySize: Int
  public var layers: Int
  /// The size of a token's vector and of each layer's state.
  public var channels: Int
  public var cell: Cell

  public init(vocabularySize: Int, layers: Int = 1, channels: Int, cell: Cell = .gru) {
    self.vocabularySize = vocabularySize
    self.layers = layers
    self.channels = channels
    self.cell = cell
  }

  /// Throws ``ConfigurationError`` unless there can be such a model.
  public func check() throws {
    try ConfigurationError.check(sizes: [
      ("vocabularySize", vocabularySize), ("layers", layers), ("channels", channels),
    ])
  }
}

/// From the tokens so far it computes how likely each token is to come next, as a GPT does; but all that it knows of
/// them is in states of `channels` numbers.
public struct RecurrentNetwork: Model {
  public let configuration: RecurrentConfiguration
  public let scope = ModelScope()
  public var tokenEmbedding: Embedding
  public var cells: [any RecurrentCell]
  public var head: Linear

  /// Random values from a seed, PyTorch's for the cells.
  public init(_ configuration: RecurrentConfiguration, seed: Int) {
    stopUnless("RecurrentNetwork") { try configuration.check() }
    var initializer = Initializer(seed: seed)
    self.init(configuration, using: &initializer)
  }

  /// - Parameter configuration: checked.
  init(_ configuration: RecurrentConfiguration, using initializer: inout Initializer) {
    self.configuration = configuration
    let channels = configuration.channels
    tokenEmbedding = Embedding(
      count: configuration.vocabularySize, channels: channels, values: .normal(standardDeviation: 1),
      using: &initializer)
    let cell: any RecurrentCell.Type = configuration.cell == .gru ? GRUCell.self : ElmanCell.self
    cells = (0..<configuration.layers).map { _ in
      cell.init(inputs: channels, stateSize: channels, using: &initializer)
    }
    head = Linear(
      inputs: channels, outputs: configuration.vocabularySize, values: .torch(inputs: channels), using: &initializer)
  }

  /// The states of the layers after some tokens, each `[batch, channels]`.
  public typealias States = [Tensor]

  /// The logits of the token that follows each one: `[batch, time]` to `[batch, time, vocabularySize]`. Padding, if
  /// there is any, must be on the right.
  public func callAsFunction(_ tokens: TokenBatch) -> Tensor {
    stopUnless("RecurrentNetwork") { try check(tokens) }
    var states = States()
    return run(tokens, &states, tap: scope.tap())
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
    stopUnless("RecurrentNetwork") { try check(tokens) }
    var states = States()
    let (logits, activations) = recording(names) { run(tokens, &states, tap: $0) }
    return (logits, activations)
  }

  /// The logits of the token that follows the last, `[batch, vocabularySize]`, for texts whose beginning is in the
  /// states; empty before the first. Throws ``ModelInputError``.
  public func logits(for newTokens: TokenBatch, states: inout States) throws -> Tensor {
    try check(newTokens)
    if let cached = states.first?.shape[0], cached != newTokens.batch {
      throw ModelInputError.otherBatch(cached: cached, given: newTokens.batch)
    }
    return Tensor.withoutGradients { run(newTokens, &states, tap: scope.tap())[0..., -1] }
  }

  /// Throws ``ModelInputError`` unless the model can read these tokens. There may be any number of them.
  public func check(_ tokens: TokenBatch) throws {
    try tokens.check(vocabularySize: configuration.vocabularySize, contextLength: .max)
  }

  private func run(_ tokens: TokenBatch, _ states: inout States, tap: Tap) -> Tensor {
    var x = tap("embeddings.token", tokenEmbedding(tokens))  // [batch, time, channels]
    let before = states
    states = []
    for (layer, cell) in cells.enumerated() {
      x = tap("layers.\(layer).states", cell(x, state: layer < before.count ? before[layer] : nil))
      states.append(x[0..., -1])
    }
    return tap("logits", head(x))
  }

  public var activationPoints: [ActivationPoint] {
    [ActivationPoint("embeddings.token", [.batch, .time, .channels])]
      + cells.indices.map { ActivationPoint("layers.\($0).states", [.batch, .time, .channels]) }
      + [ActivationPoint("logits", [.batch, .time, .vocabulary])]
  }

  public var parameters: [NamedParameter] {
    tokenEmbedding.parameters(named: "tokenEmbedding")
      + cells.enumerated().flatMap { $1.parameters(named: "cells.\($0)") } + head.parameters(named: "head")
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    for index in cells.indices { try cells[index].visitLinears(named: "cells.\(index)", visit) }
    try head.visitLinears(named: "head", visit)
  }
}
