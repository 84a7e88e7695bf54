// Text for a language model: tokens, and for each the one that follows.

import Layers
import Tensors

/// Sequences of tokens, and the token that follows each one.
public struct TextBatch: TrainingBatch, Sendable, Equatable {
  /// The target of a token that does not count.
  public static let ignored = -100

  /// `[batch, time]`
  public let tokens: TokenBatch
  /// `[batch, time]`; `ignored` where it does not count.
  public let targets: [[Int]]
  public let targetCount: Int

  /// Stops unless there is a target for each token.
  public init(tokens: TokenBatch, targets: [[Int]]) {
    guard targets.count == tokens.batch, targets.allSatisfy({ $0.count == tokens.time }) else {
      stop(
        "TextBatch: each token needs a target; there are \(tokens.batch) sequences of \(tokens.time) tokens, and "
          + "\(targets.map(\.count)) targets")
    }
    self.tokens = tokens
    self.targets = targets
    targetCount = targets.reduce(0) { $0 + $1.reduce(0) { $0 + ($1 == Self.ignored ? 0 : 1) } }
  }

  public var tokenCount: Int { tokens.ids.count }

  /// Texts of any lengths, the shorter ones padded on the right. Throws ``BatchError``.
  ///
  /// - Parameter counting: for each token whether it is one to foresee: the answers, not the questions. Nil: all but the
  ///   first, which nothing comes before.
  public init(texts: [[Int]], counting: [[Bool]]? = nil) throws {
    guard !texts.isEmpty else { throw BatchError.noExamples }
    for (number, text) in texts.enumerated() where text.count < 2 {
      throw BatchError.textTooShort(number: number, tokens: text.count)
    }
    var targets = texts.map { Array($0.dropFirst()) }
    if let counting {
      guard counting.map(\.count) == texts.map(\.count) else {
        throw BatchError.marks(tokens: texts.joined().count, marks: counting.joined().count)
      }
      targets = zip(targets, counting).map { Self.masked($0, $1.dropFirst()) }
    }
    let time = targets.reduce(0) { max($0, $1.count) }
    func padded(_ row: [Int], with filler: Int) -> [Int] { row + repeatElement(filler, count: time - row.count) }
    // No token looks ahead, so that none that counts sees the padding: it need not be marked.
    self.init(
      tokens: TokenBatch(texts.map { padded($0.dropLast(), with: 0) }),
      targets: targets.map { padded($0, with: Self.ignored) })
  }

  fileprivate static func masked(_ targets: some Sequence<Int>, _ marks: some Sequence<Bool>) -> [Int] {
    zip(targets, marks).map { $1 ? $0 : ignored }
  }
}

extension Batches where Batch == TextBatch {
  /// Windows of `time` tokens from random places of a text, `size` a batch. Throws ``BatchError``.
  ///
  /// - Parameter counting: for each token of the text whether it is one to foresee; nil: all.
  public static func windows(
    of text: [Int], time: Int, size: Int, seed: Int, counting: [Bool]? = nil
  ) throws -> Batches {
    let windows = try TextWindows(text, time: time, size: size, counting: counting)
    return Batches(count: max(1, (text.count - 1) / (time * size))) { number in
      var random = SeededRandom(seed: seed, number: number)
      return windows.batch((0..<size).map { _ in TextWindow(start: random.index(below: text.count - time)) })
    }
  }

  /// Windows of `time` tokens from given places of a text, where its documents begin for instance: passes through the
  /// places, `size` a batch. A place too near the end for a whole window is left out. Throws ``BatchError``.
  ///
  /// - Parameters:
  ///   - seed: each pass goes through the places in another order; nil: always in theirs.
  ///   - counting: for each token of the text whether it is one to foresee; nil: all.
  public static func windows(
    of text: [Int], from places: [Int], time: Int, size: Int, seed: Int?, counting: [Bool]? = nil
  ) throws -> Batches {
    let windows = try TextWindows(text, time: time, size: size, counting: counting)
    if let place = places.first(where: { !text.indices.contains($0) }) {
      throw BatchError.noSuchPlace(place, tokens: text.count)
    }
    let whole = places.filter { $0 + time < text.count }.map { TextWindow(start: $0) }
    return try Batches(whole, size: size, seed: seed) { windows.batch($0) }
  }

  /// The whole text in windows of `time` tokens, one behind the other, `size` a batch: to evaluate, or to train in
  /// order. Each token but the first is a target once in a pass. Throws ``BatchError``.
  ///
  /// - Parameter counting: for each token of the text whether it is one to foresee; nil: all.
  public static func inOrder(_ text: [Int], time: Int, size: Int, counting: [Bool]? = nil) throws -> Batches {
    let windows = try TextWindows(text, time: time, size: size, counting: counting)
    // The last window begins early enough to be whole; what the one before has counted, it does not count again.
    let last = text.count - 1 - time
    let all = stride(from: 0, to: text.count - 1, by: time).map { start in
      TextWindow(start: min(start, last), ignored: max(0, start - last))
    }
    return try Batches(all, size: size, seed: nil) { windows.batch($0) }
  }
}

private struct TextWindow {
  let start: Int
  /// How many of its first targets do not count.
  var ignored = 0
}

/// A text to cut windows from.
private struct TextWindows {
  let text: [Int]
  let time: Int
  let counting: [Bool]?

  init(_ text: [Int], time: Int, size: Int, counting: [Bool]?) throws {
    guard size > 0 else { throw BatchError.impossibleSize(size) }
    guard time > 0, text.count > time else { throw BatchError.tooShort(tokens: text.count, time: time) }
    if let counting, counting.count != text.count {
      throw BatchError.marks(tokens: text.count, marks: counting.count)
    }
    self.text = text
    self.time = time
    self.counting = counting
  }

  func batch(_ windows: [TextWindow]) -> TextBatch {
    let targets = windows.map { window -> [Int] in
      let range = window.start + 1..<window.start + 1 + time
      let targets = counting.map { TextBatch.masked(text[range], $0[range]) } ?? Array(text[range])
      return Array(repeating: TextBatch.ignored, count: window.ignored) + targets.dropFirst(window.ignored)
    }
    return TextBatch(tokens: TokenBatch(windows.map { Array(text[$0.start..<$0.start + time]) }), targets: targets)
  }
}
