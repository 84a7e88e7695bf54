// Pairs of texts, for a model that writes the second of each when it has read the first.

import Layers
import Tensors

/// Sources, and what is to be written for each.
public struct TranslationBatch: TrainingBatch, Sendable, Equatable {
  /// `[batch, sourceTime]`
  public let source: TokenBatch
  /// `[batch, time]`: of each target all tokens but the last, and the token that follows each one.
  public let target: TextBatch

  /// Texts of any lengths, the shorter ones padded on the right. Throws ``BatchError``.
  ///
  /// - Parameter targets: from the token that starts every text to the one that ends it.
  public init(sources: [[Int]], targets: [[Int]]) throws {
    guard sources.count == targets.count else {
      throw BatchError.lengths("sources", sources.count, other: "targets", targets.count)
    }
    source = TokenBatch(padding: sources)
    target = try TextBatch(texts: targets)
  }

  public var targetCount: Int { target.targetCount }
  public var tokenCount: Int { source.ids.count + target.tokenCount }
}
