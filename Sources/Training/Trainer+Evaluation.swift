// When training has gone on for long enough: text held out of it says so.

import Layers
import Tensors

/// Evaluations on batches that are not trained on.
public struct Evaluation<Batch> {
  public var batches: Batches<Batch>
  /// After how many steps again and again; and after the last.
  public var every: Int
  /// How many evaluations in a row may find no better loss before training stops; nil: any number.
  public var patience: Int?

  public init(on batches: Batches<Batch>, every: Int, patience: Int? = nil) {
    guard every > 0, patience ?? 1 > 0 else { stop("Evaluation: every and patience must be at least 1") }
    self.batches = batches
    self.every = every
    self.patience = patience
  }
}

/// The evaluation that found the lowest loss.
public struct BestEvaluation: Codable, Sendable, Equatable {
  /// After how many steps.
  public internal(set) var step: Int
  public internal(set) var loss: Float
  /// How many there have been since.
  public internal(set) var evaluationsSince: Int
}

extension Trainer {
  enum Verdict { case goOn, giveUp }

  /// Compares an evaluation with the best so far, and keeps the model if it is better.
  mutating func note(_ loss: Float, patience: Int?) throws -> Verdict {
    if let best, !(loss < best.loss) {
      self.best?.evaluationsSince += 1
      return best.evaluationsSince + 1 >= patience ?? .max ? .giveUp : .goOn
    }
    best = BestEvaluation(step: step, loss: loss, evaluationsSince: 0)
    if let checkpoints {
      try save(to: checkpoints.best)
    } else {
      // Values stay what they are when the parameters go on.
      bestValues = parameters.map(\.parameter.value)
    }
    return .goOn
  }

  /// Gives the model the parameters of the best evaluation: those that generalise best. The trainer's step and its
  /// optimizer stay where they are. Throws ``TrainingError`` or ``SafetensorsError``.
  public func restoreBest() throws {
    guard best != nil else { throw TrainingError.noBest }
    if let bestValues {
      for (named, value) in zip(parameters, bestValues) { named.parameter.assign(value) }
    } else if let checkpoints {
      try TrainingCheckpoint(checkpoints.best).readParameters(into: parameters)
    } else {
      throw TrainingError.noBest
    }
  }
}
