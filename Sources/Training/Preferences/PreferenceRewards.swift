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

  /// Which answer each pair's rewards prefer.
  public var verdicts: [Verdict] {
    margins.map { abs($0) < Self.tie ? .tie : $0 > 0 ? .chosen : .rejected }
  }

  /// Closer rewards are equal but for rounding: so they are at first, when policy and reference are one.
  private static let tie: Float = 1e-4

  public enum Verdict: Sendable, Equatable {
    case chosen, rejected, tie

    /// 1 if the chosen answer is preferred, 0 if the other is, a half if neither.
    public var score: Double { self == .chosen ? 1 : self == .tie ? 0.5 : 0 }
  }

  /// The share of the pairs whose chosen answer is preferred, ties counting half; NaN if there are no pairs.
  public var accuracy: Double { verdicts.reduce(0) { $0 + $1.score } / Double(verdicts.count) }
}

extension PreferenceLoss {
  /// The rewards as numbers. Stops if the loss needs a reference and the scores have none.
  public func preferenceRewards(_ scores: PreferenceScores) -> PreferenceRewards {
    let (chosen, rejected) = Tensor.withoutGradients { rewards(scores) }
    return PreferenceRewards(chosen: chosen.scalars, rejected: rejected.scalars)
  }
}

extension GPT {
  /// The rewards that a loss sees in the model. No gradients are recorded. Throws as `preferenceLoss(_:_:)`.
  public func preferenceRewards(_ batch: PreferenceBatch, _ loss: PreferenceLoss = .dpo()) throws -> PreferenceRewards {
    guard !loss.needsReference || batch.references != nil else { throw TrainingError.noReference }
    return try Tensor.withoutGradients { loss.preferenceRewards(try scores(of: batch)) }
  }
}
