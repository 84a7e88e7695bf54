// What attention remembers of the tokens before, when a model goes on with a text.

import Tensors

/// Keys and values of each layer for the tokens a model has seen, so that only new tokens are computed; and those of the
/// memory that a decoder looks at. A value: a copy goes its own way, as the branches of a beam search must. Adding a
/// token costs the same however many there are, but for a copy of all whenever their number has doubled.
public struct KeyValueCache {
  /// Keys and values of a layer, `[batch, time, channels]`.
  struct Entry {
    var keys, values: GrowingTensor

    init(_ first: (keys: Tensor, values: Tensor)) {
      keys = GrowingTensor(first.keys)
      values = GrowingTensor(first.values)
    }

    mutating func select(_ sequences: [Int]) {
      keys.select(sequences)
      values.select(sequences)
    }
  }

  private var entries: [Int: Entry] = [:]
  private var memories: [Int: Entry] = [:]
  /// How many tokens are in it, padding included.
  public private(set) var time = 0
  /// For each sequence which of them are tokens, not padding.
  private var isPresent: [[Bool]] = []
  /// For each sequence how many of them are tokens.
  private var lengths: [Int] = []

  public init() {}

  /// How many sequences it was begun with; nil if it is empty.
  public var batch: Int? { isPresent.isEmpty ? nil : isPresent.count }

  /// Adds keys and values `[batch, newTime, channels]` of a layer; returns those of all tokens, or nil if these are the
  /// first.
  mutating func append(_ new: (keys: Tensor, values: Tensor), layer: Int) -> Entry? {
    // Taken out, so that it has one owner and grows in place.
    guard var entry = entries.removeValue(forKey: layer) else {
      entries[layer] = Entry(new)
      return nil
    }
    entry.keys.append(new.keys)
    entry.values.append(new.values)
    entries[layer] = entry
    return entry
  }

  /// Keys and values `[batch, sourceTime, channels]` that a layer makes of the memory, made at the first call.
  mutating func memory(layer: Int, make: () -> (keys: Tensor, values: Tensor)) -> Entry {
    if let entry = memories[layer] { return entry }
    let entry = Entry(make())
    memories[layer] = entry
    return entry
  }

  /// Notes new tokens, before their layers are computed; returns them at their places among all tokens.
  public mutating func extend(by tokens: TokenBatch) -> (positions: [Int], mask: Tensor?) {
    if isPresent.isEmpty {
      isPresent = Array(repeating: [], count: tokens.batch)
      lengths = Array(repeating: 0, count: tokens.batch)
    }
    guard isPresent.count == tokens.batch else {
      stop("the cache was begun with a batch of \(isPresent.count) sequences; the new tokens are \(tokens.batch)")
    }
    let past = time
    time += tokens.time
    var positions = tokens.positions
    for row in 0..<tokens.batch {
      let new = row * tokens.time..<(row + 1) * tokens.time
      let marks = tokens.isPresent.map { Array($0[new]) } ?? Array(repeating: true, count: tokens.time)
      for index in new { positions[index] += lengths[row] }
      isPresent[row] += marks
      lengths[row] += marks.count { $0 }
    }
    var mask: Tensor?
    if lengths.contains(where: { $0 < time }) {
      mask = TokenBatch(isPresent.map { Array(repeating: 0, count: $0.count) }, isPresent: isPresent).attentionMask
    }
    // The layers' own causal mask is for tokens without a past.
    if past > 0, tokens.time > 1 {
      let causal = Tensor.causalMask(time)[past..<time]
      mask = mask.map { $0 + causal } ?? causal
    }
    return (positions, mask)
  }

  /// Keeps the sequences with these numbers, in this order, also more than once: the beams that go on.
  public mutating func select(_ sequences: [Int]) {
    guard sequences != Array(isPresent.indices) else { return }
    isPresent = sequences.map { isPresent[$0] }
    lengths = sequences.map { lengths[$0] }
    for layer in entries.keys { entries[layer]?.select(sequences) }
    for layer in memories.keys { memories[layer]?.select(sequences) }
  }
}
