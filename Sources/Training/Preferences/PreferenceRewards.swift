// What a model would pay for each of two answers, to be watched while it learns.
import Models
import Tensors

/// The rewards of some pairs: the chosen answer's should become the larger one.
public struct PreferenceRewards: Sendable, Equatable {
  public var chosen, rejected: [Float]

  public init(chosen: [Float] = [], rejected: [Float] = []) {
    self.chosen = chosen
    self.rejected = rejected
  }

  /// By how much the chosen answer is worth more, pair by pair.
  public var margins: [Float] { zip(chosen, rejected).map { $0 - $1 } }

  /// NaN if there are no pairs.
  public var meanMargin: Double { margins.reduce(0) { $0 + Double($1) } / Double(margins.count) }

  /// The share of the pairs whose chosen answer is worth more, 0 to 1; NaN if there are none. At first policy and
  /// reference are one and all rewards 0, so that it is 0 for the losses with a reference.
  public var accuracy: Double { Double(margins.count { $0 > 0 }) / Double(margins.count) }
}

extension GPT {
  /// The rewards that a loss sees in the model. No gradients are recorded. Throws as `preferenceLoss(_:_:)`.
  public func preferenceRewards(_ batch: PreferenceBatch, _ loss: PreferenceLoss = .dpo()) throws -> PreferenceRewards {
    guard !loss.needsReference || batch.references != nil else { throw TrainingError.noReference }
    return try Tensor.withoutGradients {
      let (chosen, rejected) = loss.rewards(try scores(of: batch))
      return PreferenceRewards(chosen: chosen.scalars, rejected: rejected.scalars)
    }
  }
}
