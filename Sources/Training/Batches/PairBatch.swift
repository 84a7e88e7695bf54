// Pairs of texts that belong together, for a model whose vectors say so.
import Layers
import Tensors

/// Pairs of texts with like meanings: a question and the passage that answers it, a sentence and its paraphrase. For the
/// first of each pair the seconds of all other pairs serve as counter-examples.
public struct PairBatch: TrainingBatch, Sendable, Equatable {
  /// `[pairs, time]`, each with a length of its own.
  public let firsts, seconds: TokenBatch
  /// `[pairs, pairs]` in row-major order: whether first and second belong together though they are of two pairs, since
  /// the pairs have a text in common.
  let areAlike: [Bool]

  /// Texts of any lengths, the shorter ones padded on the right. Throws ``BatchError``.
  public init(firsts: [[Int]], seconds: [[Int]]) throws {
    guard !firsts.isEmpty else { throw BatchError.noExamples }
    guard firsts.count == seconds.count else {
      throw BatchError.lengths("first texts", firsts.count, other: "second texts", seconds.count)
    }
    self.firsts = TokenBatch(padding: firsts)
    self.seconds = TokenBatch(padding: seconds)
    areAlike = firsts.indices.flatMap { row in
      firsts.indices.map { $0 != row && (firsts[$0] == firsts[row] || seconds[$0] == seconds[row]) }
    }
  }

  public var targetCount: Int { firsts.batch }
  public var tokenCount: Int { firsts.ids.count + seconds.ids.count }
}
