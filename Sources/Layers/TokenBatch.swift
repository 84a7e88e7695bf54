// Sequences of tokens that go through a model together.

import Tensors

/// Sequences of token ids of one length; those that were shorter are padded, and the padding is marked as absent.
public struct TokenBatch: Sendable, Equatable {
  /// The number of sequences.
  public let batch: Int
  /// The length of each, padding included.
  public let time: Int
  /// All sequences behind each other, `batch · time` ids.
  public let ids: [Int]
  /// For each id whether it is a token, not padding; nil if all are.
  public let isPresent: [Bool]?

  public enum Side: Sendable { case left, right }

  /// Sequences of one length. Stops if lengths differ; `init(padding:with:on:)` is for those.
  ///
  /// - Parameter isPresent: for each id whether it is a token, not padding. At least one of each sequence must be.
  public init(_ sequences: [[Int]], isPresent: [[Bool]]? = nil) {
    time = sequences.first?.count ?? 0
    batch = sequences.count
    for (row, sequence) in sequences.enumerated() where sequence.count != time {
      stop(
        "a batch needs sequences of one length: sequence 0 has \(time) tokens, sequence \(row) \(sequence.count). "
          + "TokenBatch(padding:with:) pads the shorter ones.")
    }
    ids = sequences.flatMap { $0 }
    guard let isPresent else {
      self.isPresent = nil
      return
    }
    let marks = isPresent.flatMap { $0 }
    guard isPresent.map(\.count) == sequences.map(\.count) else {
      stop("a batch needs a mark for each token: there are \(ids.count) tokens and \(marks.count) marks")
    }
    self.isPresent = marks.contains(false) ? marks : nil
  }

  /// Sequences of any lengths, padded to the longest.
  ///
  /// - Parameter side: right for training and embeddings; left for generation, which goes on at the right end.
  public init(padding sequences: [[Int]], with padding: Int = 0, on side: Side = .right) {
    let longest = sequences.map(\.count).max() ?? 0
    func padded<Element>(_ row: [Element], _ element: Element) -> [Element] {
      let rest = Array(repeating: element, count: longest - row.count)
      return side == .right ? row + rest : rest + row
    }
    self.init(
      sequences.map { padded($0, padding) },
      isPresent: sequences.map { padded(Array(repeating: true, count: $0.count), false) })
  }

  /// Where each token is in its sequence, not counting padding before it: as many as ids.
  public var positions: [Int] {
    guard let isPresent else { return (0..<batch).flatMap { _ in 0..<time } }
    var positions: [Int] = []
    for row in 0..<batch {
      var next = 0
      for mark in isPresent[row * time..<(row + 1) * time] {
        positions.append(max(0, mark ? next : next - 1))
        if mark { next += 1 }
      }
    }
    return positions
  }

  /// What attention adds to its scores to hide the padding: 0 for a token, -inf for padding; `[batch, 1, 1, time]`. Nil
  /// if there is none.
  public var attentionMask: Tensor? {
    isPresent.map { Tensor($0.map { $0 ? 0 : -.infinity }, shape: [batch, 1, 1, time]) }
  }
}
