// Attention with several heads: over the sequence itself or over another, causal or not, with keys and values shared
// between heads or not.

import Tensors

/// Multi-head attention (Vaswani et al. 2017, section 3.2.2): each head computes `softmax(QKᵀ / √headSize) V` on its
/// own projections of the input, and the heads' results are put side by side and projected once more.
public struct MultiHeadAttention: Module, CustomStringConvertible {
  /// The projections of the input.
  public enum Inputs {
    /// Three layers; keys and values may have fewer heads than queries.
    case separate(queries: Linear, keys: Linear, values: Linear)
    /// One layer for all three, as in GPT-2: outputs are queries, keys and values behind each other.
    case packed(Linear)
  }

  public var inputs: Inputs
  public var output: Linear
  public let heads: Int
  /// Fewer than `heads`: several heads share keys and values (grouped-query attention, Ainslie et al. 2023).
  public let keyValueHeads: Int
  public let headSize: Int
  /// Whether a position sees itself and those before only.
  public let isCausal: Bool
  private let dropout: Dropout

  /// - Parameter headSize: nil: channels are shared out among the heads.
  public init(
    channels: Int, heads: Int, keyValueHeads: Int? = nil, headSize: Int? = nil, isPacked: Bool = false,
    isCausal: Bool = false, hasBias: Bool = true, dropout: Dropout, values: InitialValues = .gpt,
    outputValues: InitialValues = .gpt, using initializer: inout Initializer
  ) {
    let keyValueHeads = keyValueHeads ?? heads
    let size = headSize ?? channels / heads
    guard headSize != nil || channels % heads == 0, heads % keyValueHeads == 0 else {
      stop(
        "MultiHeadAttention: \(channels) channels cannot be shared out among \(heads) heads, or \(heads) heads among "
          + "\(keyValueHeads) for keys and values")
    }
    func projection(_ outputs: Int) -> Linear {
      Linear(inputs: channels, outputs: outputs, hasBias: hasBias, values: values, using: &initializer)
    }
    inputs =
      isPacked
      ? .packed(projection((heads + 2 * keyValueHeads) * size))
      : .separate(
        queries: projection(heads * size), keys: projection(keyValueHeads * size),
        values: projection(keyValueHeads * size))
    output = Linear(
      inputs: heads * size, outputs: channels, hasBias: hasBias, values: outputValues, using: &initializer)
    self.heads = heads
    self.keyValueHeads = keyValueHeads
    self.headSize = size
    self.isCausal = isCausal
    self.dropout = dropout
  }

  /// - Parameters:
  ///   - x: `[batch, time, channels]`
  ///   - memory: what keys and values are made of, `[batch, sourceTime, channels]`; nil: `x` itself.
  ///   - mask: added to the scores, broadcast to `[batch, heads, time, sourceTime]`; `-inf` hides a position.
  ///   - rotation: turns queries and keys; see ``RotaryPositions``.
  ///   - tap: queries, keys, values, context `[batch, heads, time, headSize]`; scores, pattern `[batch, heads, time,
  ///     sourceTime]`; output `[batch, time, channels]`. Scores are divided by √headSize and masked.
  public func callAsFunction(
    _ x: Tensor, memory: Tensor? = nil, mask: Tensor? = nil, rotation: RotaryPositions.Rotation? = nil,
    tap: Tap = .off
  ) -> Tensor {
    var noCache: KeyValueCache?
    return self(x, memory: memory, mask: mask, rotation: rotation, cache: &noCache, tap: tap)
  }

  /// The same with a cache: `x` are new tokens, which see those in the cache too; keys and values of a memory are made
  /// once. Gradients do not reach what is in the cache.
  ///
  /// - Parameter layer: which of the model's layers this is, for the cache.
  public func callAsFunction(
    _ x: Tensor, memory: Tensor? = nil, mask: Tensor? = nil, rotation: RotaryPositions.Rotation? = nil,
    cache: inout KeyValueCache?, layer: Int = 0, tap: Tap = .off
  ) -> Tensor {
    let isExplained = isWatched(tap) || dropout.isActive
    if case .packed(let projection) = inputs, keyValueHeads == heads, !isExplained, memory == nil, rotation == nil,
      cache == nil
    {
      let context = attention(queriesKeysValues: projection(x), heads: heads, mask: mask, isCausal: isCausal)
      return tap("output", output(context))
    }
    let (queries, source) = project(x, memory, rotation, &cache, layer)
    if case .cached(let past) = source, queries.shape[1] == 1, !isExplained {
      // A single new token sees everything.
      let context = attention(queries: queries, keys: past.keys, values: past.values, heads: heads, mask: mask)
      return tap("output", output(context))
    }
    let (keys, values) = source.tensors
    // Several new tokens with a past are told apart by the mask.
    let isCausal = self.isCausal && keys.shape[1] == queries.shape[1]
    let context =
      isExplained
      ? explained(queries, keys, values, mask, isCausal, tap)
      : attention(
        queries: queries, keys: repeated(keys), values: repeated(values), heads: heads, mask: mask, isCausal: isCausal)
    return tap("output", output(context))
  }

  /// The fused operation, in the steps of the paper.
  private func explained(
    _ queries: Tensor, _ keys: Tensor, _ values: Tensor, _ mask: Tensor?, _ isCausal: Bool, _ tap: Tap
  ) -> Tensor {
    // [batch, heads, time, headSize]; keys and values may have fewer heads, until they are repeated
    let queries = tap("queries", split(queries, heads))
    let keys = split(repeated(joined(tap("keys", split(keys, keyValueHeads)))), heads)
    let values = split(repeated(joined(tap("values", split(values, keyValueHeads)))), heads)
    // [batch, heads, time, sourceTime]
    var scores = queries.matmul(keys.transposed()) * (1 / Float(headSize).squareRoot())
    if let mask { scores = scores + mask }
    if isCausal { scores = scores + Tensor.causalMask(scores.shape[3]) }
    let pattern = tap("pattern", tap("scores", scores).softmax())
    return joined(tap("context", dropout(pattern).matmul(values)))
  }

  private func isWatched(_ tap: Tap) -> Bool {
    ["queries", "keys", "values", "scores", "pattern", "context"].contains { tap.isWanted($0) }
  }

  /// What queries look at: `[batch, sourceTime, keyValueHeads × headSize]`.
  private enum Source {
    case computed((keys: Tensor, values: Tensor))
    case cached(KeyValueCache.Entry)

    var tensors: (keys: Tensor, values: Tensor) {
      switch self {
      case .computed(let tensors): tensors
      case .cached(let entry): (entry.keys.tensor, entry.values.tensor)
      }
    }
  }

  /// Queries are `[batch, time, heads × headSize]`.
  private func project(
    _ x: Tensor, _ memory: Tensor?, _ rotation: RotaryPositions.Rotation?, _ cache: inout KeyValueCache?, _ layer: Int
  ) -> (queries: Tensor, source: Source) {
    var queries, keys, values: Tensor
    switch inputs {
    case .separate(let queryLayer, let keyLayer, let valueLayer):
      queries = queryLayer(x)
      if let memory {
        func source() -> (keys: Tensor, values: Tensor) { (keyLayer(memory), valueLayer(memory)) }
        let made = cache?.memory(layer: layer, make: source)
        return (queries, made.map { .cached($0) } ?? .computed(source()))
      }
      (keys, values) = (keyLayer(x), valueLayer(x))
    case .packed(let projection):
      guard memory == nil else {
        stop("MultiHeadAttention: packed projections are for a sequence and itself; another one needs isPacked: false")
      }
      let all = projection(x)
      let (own, shared) = (heads * headSize, keyValueHeads * headSize)
      queries = all[0..., 0..., 0..<own]
      keys = all[0..., 0..., own..<own + shared]
      values = all[0..., 0..., own + shared..<own + 2 * shared]
    }
    if let rotation {
      queries = joined(rotation(split(queries, heads)))
      keys = joined(rotation(split(keys, keyValueHeads)))
    }
    let all = cache?.append((keys, values), layer: layer)
    return (queries, all.map { .cached($0) } ?? .computed((keys, values)))
  }

  /// `[batch, time, heads × headSize]` to `[batch, heads, time, headSize]`.
  private func split(_ x: Tensor, _ heads: Int) -> Tensor {
    x.reshaped(x.shape[0], x.shape[1], heads, headSize).transposed(1, 2)
  }

  /// `[batch, heads, time, headSize]` to `[batch, time, heads × headSize]`.
  private func joined(_ x: Tensor) -> Tensor {
    x.transposed(1, 2).reshaped(x.shape[0], x.shape[2], x.shape[1] * headSize)
  }

  /// Keys or values once for each head: `[batch, time, keyValueHeads × headSize]` to `[batch, time, heads × headSize]`.
  private func repeated(_ x: Tensor) -> Tensor {
    guard keyValueHeads < heads else { return x }
    let (batch, time, group) = (x.shape[0], x.shape[1], heads / keyValueHeads)
    return x.reshaped(batch, time, keyValueHeads, 1, headSize)
      .broadcast(to: [batch, time, keyValueHeads, group, headSize])
      .reshaped(batch, time, heads * headSize)
  }

  public var parameters: [NamedParameter] {
    switch inputs {
    case .separate(let queries, let keys, let values):
      queries.parameters(named: "queries") + keys.parameters(named: "keys") + values.parameters(named: "values")
        + output.parameters(named: "output")
    case .packed(let projection):
      projection.parameters(named: "queriesKeysValues") + output.parameters(named: "output")
    }
  }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    switch inputs {
    case .separate(var queries, var keys, var values):
      try queries.visitLinears(named: "queries", visit)
      try keys.visitLinears(named: "keys", visit)
      try values.visitLinears(named: "values", visit)
      inputs = .separate(queries: queries, keys: keys, values: values)
    case .packed(var projection):
      try projection.visitLinears(named: "queriesKeysValues", visit)
      inputs = .packed(projection)
    }
    try output.visitLinears(named: "output", visit)
  }
}
