// Calling a BERT: vectors for tokens and texts, the masked token, and classes.

import Layers
import Tensors

extension BERT {
  /// Throws ``ModelInputError`` unless the model can read these tokens. For tokens from outside: the calls below stop
  /// on the same mistakes.
  ///
  /// - Parameter segments: for each token the segment it belongs to; nil: 0.
  public func check(_ tokens: TokenBatch, segments: [[Int]]? = nil) throws {
    try tokens.check(vocabularySize: configuration.vocabularySize, contextLength: configuration.contextLength)
    guard let segments else { return }
    let numbers = segments.flatMap { $0 }
    guard numbers.count == tokens.ids.count else {
      throw ModelInputError.segments(
        reason: "each token needs the number of its segment: \(tokens.ids.count) tokens, \(numbers.count) numbers")
    }
    if let number = numbers.first(where: { !(0..<configuration.segments).contains($0) }) {
      throw ModelInputError.segments(
        reason: "there is no segment \(number); the model's are 0 to \(configuration.segments - 1)")
    }
  }

  /// A vector for each token in its context, `[time, channels]`.
  public func callAsFunction(_ tokens: [Int]) -> Tensor {
    run(TokenBatch([tokens]), nil, tap: scope.tap().withoutBatch).squeezed(at: 0)
  }

  /// A vector for each token in its context, `[batch, time, channels]`; those of padding mean nothing.
  ///
  /// - Parameter segments: for each token the segment it belongs to; nil: 0.
  public func callAsFunction(_ tokens: TokenBatch, segments: [[Int]]? = nil) -> Tensor {
    run(tokens, segments, tap: scope.tap())
  }

  /// Vectors as from `model(tokens)`, and what the model computed on the way, by the names of `activationPoints`.
  ///
  /// - Parameters:
  ///   - labels: a word for each token, with which attention patterns are drawn; the ids if nothing is said.
  ///   - names: which activations; all if nothing is said.
  public func runWithCache(
    _ tokens: [Int], labels: [String]? = nil, names: @escaping (String) -> Bool = { _ in true }
  ) -> (hiddenStates: Tensor, activations: Activations) {
    let (states, recorded) = recording(names) { run(TokenBatch([tokens]), nil, tap: $0.withoutBatch) }
    return (states.squeezed(at: 0), recorded.labelled(labels, tokens))
  }

  /// The same for a batch, which is then the first axis of each activation.
  public func runWithCache(
    _ tokens: TokenBatch, segments: [[Int]]? = nil, names: @escaping (String) -> Bool = { _ in true }
  ) -> (hiddenStates: Tensor, activations: Activations) {
    let (states, activations) = recording(names) { run(tokens, segments, tap: $0) }
    return (states, activations)
  }

  /// The mean of the vectors of a text's tokens, divided by its length: a point on the unit sphere, near to those of
  /// texts with a like meaning, if the model was trained for that (Reimers and Gurevych 2019). `[batch, channels]`.
  public func embed(_ tokens: TokenBatch) -> Tensor {
    let mean = mean(tokens)
    let length = mean.squared().sum(axis: -1, keepDims: true).sqrt()
    return mean / Tensor.maximum(length, Tensor(1e-12))
  }

  /// The mean of the vectors of a text's tokens, `[batch, channels]`.
  func mean(_ tokens: TokenBatch, segments: [[Int]]? = nil) -> Tensor {
    let states = self(tokens, segments: segments)  // [batch, time, channels]
    let present = Tensor(tokens.isPresent?.map { $0 ? 1 : 0 } ?? Array(repeating: 1, count: tokens.ids.count))
      .reshaped(tokens.batch, tokens.time, 1)
    return (states * present).sum(axis: 1) / present.sum(axis: 1)
  }

  /// The vector that stands for the whole text, `[batch, channels]`. Stops if the model has no pooler.
  public func pooled(_ tokens: TokenBatch, segments: [[Int]]? = nil) -> Tensor {
    guard let pooler else { stop("pooled: this BERT has no pooler; set hasPooler in its configuration") }
    return pooler(self(tokens, segments: segments)[0..., 0]).tanh()
  }

  /// For each place a logit for each token that could stand there, `[batch, time, vocabularySize]`. Stops if the model
  /// has no masked-token head.
  public func maskedLogits(_ tokens: TokenBatch, segments: [[Int]]? = nil) -> Tensor {
    guard let maskedHead else {
      stop("maskedLogits: this BERT has no head for masked tokens; set hasMaskedHead in its configuration")
    }
    return maskedHead(self(tokens, segments: segments), embedding: tokenEmbedding)
  }

  /// For each text a logit for each class, `[batch, labels]`. Stops if the model has no classifier.
  public func classLogits(_ tokens: TokenBatch, segments: [[Int]]? = nil) -> Tensor {
    guard let classifier else { stop("classLogits: this BERT has no classifier; withLabels(_:seed:) makes one") }
    return classifier(dropout(pooled(tokens, segments: segments)))
  }

  /// This model with a new classifier, which has learnt nothing yet; the other parameters are shared. Makes a pooler
  /// too if there is none.
  public func withLabels(_ labels: [String], seed: Int) -> BERT {
    guard !labels.isEmpty else { stop("withLabels: there are no labels") }
    var initializer = Initializer(seed: seed)
    var configuration = configuration
    configuration.labels = labels
    configuration.hasPooler = true
    var model = self
    model.configuration = configuration
    let channels = configuration.channels
    model.pooler = pooler ?? Linear(inputs: channels, outputs: channels, using: &initializer)
    model.classifier = Linear(inputs: channels, outputs: labels.count, using: &initializer)
    return model
  }

  public var activationPoints: [ActivationPoint] {
    let residual: [ActivationPoint.Axis] = [.batch, .time, .channels]
    return ["embeddings.token", "embeddings.position", "embeddings.segment", "embeddings.norm"].map {
      ActivationPoint($0, residual)
    } + blocks.indices.flatMap { [ActivationPoint].encoderBlock().inside("blocks.\($0)") }
  }

  private func run(_ tokens: TokenBatch, _ segments: [[Int]]?, tap: Tap) -> Tensor {
    stopUnless("BERT") { try check(tokens, segments: segments) }
    return forward(
      tokens, segments: segments?.flatMap { $0 } ?? Array(repeating: 0, count: tokens.ids.count), tap: tap)
  }
}
