// Texts with labels, for a classifier.

import Layers
import Tensors

/// Texts, and the class that each belongs to.
public struct LabelledBatch: TrainingBatch, Sendable, Equatable {
  /// `[batch, time]`
  public let tokens: TokenBatch
  /// The number of a class for each text.
  public let labels: [Int]

  /// Texts of any lengths, the shorter ones padded on the right. Throws ``BatchError``.
  public init(texts: [[Int]], labels: [Int]) throws {
    guard !texts.isEmpty else { throw BatchError.noExamples }
    guard texts.count == labels.count else {
      throw BatchError.lengths("texts", texts.count, other: "labels", labels.count)
    }
    tokens = TokenBatch(padding: texts)
    self.labels = labels
  }

  public var targetCount: Int { labels.count }
  public var tokenCount: Int { tokens.ids.count }
}
