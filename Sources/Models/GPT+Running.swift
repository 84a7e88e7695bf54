// Calling a GPT: with one sequence or a batch, watched, or token by token with a cache.

import Layers
import Tensors

extension GPT {
  /// Throws ``ModelInputError`` unless the model can read these tokens. For tokens from outside: the calls below stop
  /// on the same mistakes.
  public func check(_ tokens: TokenBatch) throws {
    try tokens.check(vocabularySize: configuration.vocabularySize, contextLength: configuration.contextLength)
  }

  /// The logits of the token that follows each one: `[time]` to `[time, vocabularySize]`.
  public func callAsFunction(_ tokens: [Int]) -> Tensor {
    run(TokenBatch([tokens]), tap: scope.tap().withoutBatch).squeezed(at: 0)
  }

  /// The logits of the token that follows each one: `[batch, time]` to `[batch, time, vocabularySize]`. Stops unless
  /// the sequences have one length.
  public func callAsFunction(_ tokens: [[Int]]) -> Tensor { self(TokenBatch(tokens)) }

  /// The logits of the token that follows each one, `[batch, time, vocabularySize]`; those of padding mean nothing.
  public func callAsFunction(_ tokens: TokenBatch) -> Tensor { run(tokens, tap: scope.tap()) }

  /// How badly the model foresees the targets: the mean of `-log p(target)`, in nats; shape `[]`.
  ///
  /// - Parameters:
  ///   - tokens: `[batch, time]`
  ///   - targets: for each token the one that follows, `[batch, time]`; `ignored` where it does not count.
  public func loss(_ tokens: TokenBatch, targets: [[Int]], ignoring ignored: Int = -100) -> Tensor {
    crossEntropy(logits: self(tokens), targets: targets.flatMap { $0 }, ignoring: ignored)
  }

  /// Logits as from `model(tokens)`, and what the model computed on the way, by the names of `activationPoints`.
  ///
  /// - Parameters:
  ///   - labels: a word for each token, with which attention patterns are drawn; the ids if nothing is said.
  ///   - names: which activations; all if nothing is said.
  public func runWithCache(
    _ tokens: [Int], labels: [String]? = nil, names: @escaping (String) -> Bool = { _ in true }
  ) -> (logits: Tensor, activations: Activations) {
    let (logits, recorded) = recording(names) { run(TokenBatch([tokens]), tap: $0.withoutBatch) }
    return (logits.squeezed(at: 0), recorded.labelled(labels, tokens))
  }

  /// The same for a batch, which is then the first axis of each activation.
  public func runWithCache(
    _ tokens: TokenBatch, names: @escaping (String) -> Bool = { _ in true }
  ) -> (logits: Tensor, activations: Activations) {
    let (logits, activations) = recording(names) { run(tokens, tap: $0) }
    return (logits, activations)
  }

  /// The logits of the token that follows the last, `[batch, vocabularySize]`, for texts whose beginning is in the
  /// cache. New tokens are added to it. No gradients are recorded. Throws ``ModelInputError``, and then leaves the cache
  /// as it was.
  ///
  /// - Parameters:
  ///   - newTokens: padded on the left, if at all.
  ///   - cache: empty for the beginning of a text.
  public func logits(for newTokens: TokenBatch, cache: inout KeyValueCache) throws -> Tensor {
    try newTokens.check(
      vocabularySize: configuration.vocabularySize, contextLength: configuration.contextLength, past: cache.time)
    if let cached = cache.batch, cached != newTokens.batch {
      throw ModelInputError.otherBatch(cached: cached, given: newTokens.batch)
    }
    for row in 0..<newTokens.batch where newTokens.isPresent?[(row + 1) * newTokens.time - 1] == false {
      throw ModelInputError.paddingAtTheEnd(sequence: row)
    }
    var extended: KeyValueCache? = cache
    // So that keys and values are not held twice while they grow.
    cache = KeyValueCache()
    let logits = Tensor.withoutGradients {
      forward(newTokens, cache: &extended, onlyLast: true, tap: scope.tap())
    }
    if let extended { cache = extended }
    return logits
  }

  private func run(_ tokens: TokenBatch, tap: Tap) -> Tensor {
    stopUnless("GPT") { try check(tokens) }
    var noCache: KeyValueCache?
    return forward(tokens, cache: &noCache, tap: tap)
  }
}
