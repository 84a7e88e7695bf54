// What attention remembers of the tokens before, when a model goes on with a text.

import Tensors

/// Keys and values of each layer for the tokens a model has seen, so that only new tokens are computed. A value: a copy
/// goes its own way, as the branches of a beam search must.
public struct KeyValueCache {
  private struct Entry {
    /// `[batch, time, channels]`
    var keys, values: Tensor
  }

  private var entries: [Int: Entry] = [:]
  /// How many tokens are in it, padding included.
  public private(set) var time = 0
  /// For each sequence which of them are tokens, not padding.
  private var isPresent: [[Bool]] = []

  public init() {}

  /// How many sequences it was begun with; nil if it is empty.
  public var batch: Int? { isPresent.isEmpty ? nil : isPresent.count }

  /// Adds keys and values `[batch, newTime, channels]` of a layer; returns those of all tokens, `[batch, time,
  /// channels]`.
  mutating func append(keys: Tensor, values: Tensor, layer: Int) -> (keys: Tensor, values: Tensor) {
    var entry = Entry(keys: keys, values: values)
    if let past = entries[layer] {
      entry.keys = .concatenated([past.keys, keys], axis: 1)
      entry.values = .concatenated([past.values, values], axis: 1)
    }
    entries[layer] = entry
    return (entry.keys, entry.values)
  }

  /// Notes new tokens, before their layers are computed; returns them at their places among all tokens.
  public mutating func extend(by tokens: TokenBatch) -> (positions: [Int], mask: Tensor?) {
    if isPresent.isEmpty { isPresent = Array(repeating: [], count: tokens.batch) }
    guard isPresent.count == tokens.batch else {
      stop("the cache was begun with a batch of \(isPresent.count) sequences; the new tokens are \(tokens.batch)")
    }
    for row in 0..<tokens.batch {
      let new = row * tokens.time..<(row + 1) * tokens.time
      isPresent[row] += tokens.isPresent.map { Array($0[new]) } ?? Array(repeating: true, count: tokens.time)
    }
    let past = time
    time += tokens.time
    let all = TokenBatch(isPresent.map { Array(repeating: 0, count: $0.count) }, isPresent: isPresent)
    let positions = all.positions
    let newPositions = (0..<tokens.batch).flatMap { positions[$0 * time + past..<($0 + 1) * time] }
    var mask = all.attentionMask
    // The layers' own causal mask is for tokens without a past.
    if past > 0, tokens.time > 1 {
      let causal = Tensor.causalMask(time)[past..<time]
      mask = mask.map { $0 + causal } ?? causal
    }
    return (newPositions, mask)
  }

  /// Keeps the sequences with these numbers, in this order, also more than once: the beams that go on.
  public mutating func select(_ sequences: [Int]) {
    isPresent = sequences.map { isPresent[$0] }
    entries = entries.mapValues { Entry(keys: $0.keys[sequences], values: $0.values[sequences]) }
  }
}
