// Texts with numbers, for a model that foresees one.
import Layers
import Tensors

/// Texts, and the number that belongs to each.
public struct RegressionBatch: TrainingBatch, Sendable, Equatable {
  /// `[batch, time]`
  public let tokens: TokenBatch
  /// One for each text, in units of the caller's choice: best those of their standard deviation, from their mean on.
  public let numbers: [Float]

  /// Texts of any lengths, the shorter ones padded on the right. Throws ``BatchError``.
  public init(texts: [[Int]], numbers: [Float]) throws {
    guard !texts.isEmpty else { throw BatchError.noExamples }
    guard texts.count == numbers.count else {
      throw BatchError.lengths("texts", texts.count, other: "numbers", numbers.count)
    }
    tokens = TokenBatch(padding: texts)
    self.numbers = numbers
  }

  public var targetCount: Int { numbers.count }
  public var tokenCount: Int { tokens.ids.count }
}
