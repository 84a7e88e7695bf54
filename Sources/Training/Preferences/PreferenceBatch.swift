// Pairs of answers, for a loss that prefers one to the other.
import Layers
import Tensors

/// Prompts with two answers each.
public struct PreferenceBatch: TrainingBatch, Sendable, Equatable {
  /// `[2 · pairs, time]`: the chosen answers behind their prompts, then the rejected ones; only answers count.
  public let texts: TextBatch
  /// How many tokens each answer has.
  public let chosenCounts, rejectedCounts: [Int]
  /// What the reference model makes of each answer; nil if it was not asked about all.
  public let references: [PreferencePair.Reference]?

  /// Texts of any lengths, the shorter ones padded on the right. Throws ``BatchError``.
  public init(_ pairs: [PreferencePair]) throws {
    for (number, pair) in pairs.enumerated() {
      for (part, tokens) in [
        ("prompt", pair.prompt), ("chosen answer", pair.chosen), ("rejected answer", pair.rejected),
      ]
      where tokens.isEmpty { throw BatchError.emptyPart(of: number, part: part) }
    }
    let answered = pairs.map { ($0.prompt, $0.chosen) } + pairs.map { ($0.prompt, $0.rejected) }
    texts = try TextBatch(
      texts: answered.map { $0 + $1 },
      counting: answered.map { prompt, answer in prompt.map { _ in false } + answer.map { _ in true } })
    chosenCounts = pairs.map(\.chosen.count)
    rejectedCounts = pairs.map(\.rejected.count)
    let references = pairs.compactMap(\.reference)
    self.references = references.count == pairs.count ? references : nil
  }

  public var targetCount: Int { chosenCounts.count }
  public var tokenCount: Int { texts.tokenCount }
}
