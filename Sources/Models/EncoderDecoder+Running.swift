// Calling an encoder-decoder: for training in one go, for writing token by token.

import Layers
import Tensors

extension EncoderDecoder {
  /// What the encoder made of a source, for the decoder to look at.
  public struct Memory: Sendable {
    /// `[batch, sourceTime, channels]`
    public let states: Tensor
    let mask: Tensor?

    /// The memory of the sequences with these numbers, in this order, also more than once.
    public func selecting(_ sequences: [Int]) -> Memory {
      Memory(states: states[sequences], mask: mask?[sequences])
    }
  }

  /// Throws ``ModelInputError`` unless the model can read these tokens. For tokens from outside: the calls below stop
  /// on the same mistakes.
  public func check(source: TokenBatch, target: TokenBatch) throws {
    try source.check(vocabularySize: configuration.vocabularySize, contextLength: configuration.contextLength)
    try checkTarget(target, batch: source.batch)
  }

  /// The logits of the token that follows each one of the target, `[batch, time, vocabulary]`.
  public func callAsFunction(source: TokenBatch, target: TokenBatch) -> Tensor {
    run(source, target, tap: scope.tap())
  }

  /// The mean of `-log p` of the tokens that should follow, in nats; shape `[]`.
  ///
  /// - Parameters:
  ///   - target: beginning with the token that starts every text, `[batch, time]`.
  ///   - followers: for each token of the target the one that follows; `ignored` where it does not count.
  public func loss(
    source: TokenBatch, target: TokenBatch, followers: [[Int]], ignoring ignored: Int = -100
  ) -> Tensor {
    crossEntropy(
      logits: self(source: source, target: target), targets: followers.flatMap { $0 }, ignoring: ignored)
  }

  /// Logits as from `model(source:target:)`, and what the model computed on the way.
  public func runWithCache(
    source: TokenBatch, target: TokenBatch, names: @escaping (String) -> Bool = { _ in true }
  ) -> (logits: Tensor, activations: Activations) {
    let (logits, activations) = recording(names) { run(source, target, tap: $0) }
    return (logits, activations)
  }

  /// Reads a source, once for all the tokens that are to be written. No gradients are recorded. Throws
  /// ``ModelInputError``.
  public func encode(_ source: TokenBatch) throws -> Memory {
    try source.check(vocabularySize: configuration.vocabularySize, contextLength: configuration.contextLength)
    let states = Tensor.withoutGradients { encode(source, tap: scope.tap()["encoder"]) }
    return Memory(states: states, mask: source.attentionMask)
  }

  /// The logits of the token that follows the last, `[batch, vocabulary]`, for texts whose beginning is in the cache.
  /// New tokens are added to it, and at first what attention makes of the memory: a cache is for one memory. Throws
  /// ``ModelInputError``, and leaves the cache as it was.
  public func logits(for newTokens: TokenBatch, memory: Memory, cache: inout KeyValueCache) throws -> Tensor {
    try checkTarget(newTokens, batch: memory.states.shape[0], past: cache.time)
    var extended: KeyValueCache? = cache
    cache = KeyValueCache()
    let logits = Tensor.withoutGradients {
      decode(
        newTokens, memory: memory.states, memoryMask: memory.mask, cache: &extended, onlyLast: true,
        tap: scope.tap()["decoder"])
    }
    if let extended { cache = extended }
    return logits
  }

  public var activationPoints: [ActivationPoint] {
    let residual: [ActivationPoint.Axis] = [.batch, .time, .channels]
    let decoderBlock =
      [ActivationPoint("residual.before", residual)] + .attention().inside("attention")
      + [ActivationPoint("norm1", residual)]
      + .attention(of: .time, over: .sourceTime).inside("crossAttention")
      + [ActivationPoint("norm2", residual)] + .feedForward().inside("feedForward")
      + [ActivationPoint("norm3", residual)]
    return [ActivationPoint("encoder.embeddings", [.batch, .sourceTime, .channels])]
      + encoder.indices.flatMap { [ActivationPoint].encoderBlock(of: .sourceTime).inside("encoder.blocks.\($0)") }
      + [ActivationPoint("decoder.embeddings", [.batch, .time, .channels])]
      + decoder.indices.flatMap { decoderBlock.inside("decoder.blocks.\($0)") }
      + [ActivationPoint("logits", [.batch, .time, .vocabulary])]
  }

  private func checkTarget(_ target: TokenBatch, batch: Int, past: Int = 0) throws {
    try target.check(
      vocabularySize: configuration.targetVocabularySize ?? configuration.vocabularySize,
      contextLength: configuration.contextLength, past: past)
    guard target.batch == batch else {
      throw ModelInputError.differentBatches(source: batch, target: target.batch)
    }
  }

  private func run(_ source: TokenBatch, _ target: TokenBatch, tap: Tap) -> Tensor {
    stopUnless("EncoderDecoder") { try check(source: source, target: target) }
    let memory = encode(source, tap: tap["encoder"])
    var noCache: KeyValueCache?
    return tap(
      "logits",
      decode(
        target, memory: memory, memoryMask: source.attentionMask, cache: &noCache, tap: tap["decoder"]))
  }
}
