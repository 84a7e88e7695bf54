// When training has gone on for long enough: text held out of it says so.

import Layers
import Tensors

/// Evaluations on batches that are not trained on.
public struct Evaluation<Batch> {
  public var batches: Batches<Batch>
  /// After how many steps again and again; and after the last.
  public let every: Int
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
  /// Compares a held-out loss with the best so far, and keeps the model if it is better.
  mutating func isPatienceAtItsEnd(after loss: Float, _ evaluation: Evaluation<Batch>) throws -> Bool {
    if let best, loss >= best.loss {
      self.best?.evaluationsSince += 1
      return best.evaluationsSince + 1 >= evaluation.patience ?? .max
    }
    best = BestEvaluation(step: step, loss: loss, evaluationsSince: 0)
    if let checkpoints {
      try save(to: checkpoints.best)
    } else {
      // Values stay what they are when the parameters go on.
      bestValues = parameters.map(\.parameter.value)
    }
    return false
  }

  /// Gives the model the parameters of the best evaluation: those that generalise best. The trainer's step and its
  /// optimizer stay where they are. Throws ``TrainingError`` or ``SafetensorsError``.
  public func restoreBest() throws {
    if let bestValues {
      assign(bestValues)
    } else if best != nil, let checkpoints {
      assign(try TrainingCheckpoint(checkpoints.best).values(for: parameters))
    } else {
      throw TrainingError.noBest
    }
  }

  /// - Parameter values: of all parameters, in their order.
  func assign(_ values: [Tensor]) {
    for (named, value) in zip(parameters, values) { named.parameter.assign(value) }
  }
}
