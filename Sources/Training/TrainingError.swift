// What can go wrong in training, and the sentences that say so. Files that cannot be written have a `SafetensorsError`.

/// Why training stopped.
public enum TrainingError: Error, Equatable, Sendable {
  public enum Quantity: String, Sendable {
    case loss, gradient
    case heldOutLoss = "held-out loss"
  }

  /// A loss or the length of the gradient is NaN or infinite. No update was made with it.
  case notFinite(Quantity, Float, step: Int, learningRate: Float)
  /// All parameters are frozen, or there are none.
  case nothingToLearn
  /// No target of a step's batches counts.
  case noTargets(step: Int)
  case noSuchTarget(Int, classes: Int)
  /// The held-out batches make no pass.
  case nothingHeldOut
  /// The loss compares with a reference model, and nothing is known of what that makes of the pairs.
  case noReference
  /// The file is not a checkpoint of a trainer.
  case notACheckpoint(file: String, reason: String)
  /// It is one of another model.
  case otherModel(file: String, reason: String)
  /// It was made with an optimizer that remembers other things.
  case otherOptimizer(file: String, remembered: [String], expected: [String])
  /// There is no best model to go back to.
  case noBest
}

extension TrainingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFinite(let quantity, let value, let step, let learningRate):
      "the \(quantity.rawValue) became \(value) at step \(step), where the learning rate was \(learningRate). Try a "
        + "smaller learning rate, a longer warm-up or stronger clipping, and look for NaN in the data."
    case .nothingToLearn:
      "there is nothing to learn: all parameters of the model are frozen; freeze(false) lets them learn"
    case .noTargets(let step):
      "no target of the batches for step \(step) counts: all are masked, so there is no loss to learn from"
    case .noSuchTarget(let target, let classes):
      "the target \(target) is not one of the model's, which are 0 to \(classes - 1); is it from another tokenizer or "
        + "another list of labels?"
    case .nothingHeldOut: "there are no held-out batches to evaluate the model on"
    case .noReference:
      "the loss compares with a reference model; give it pairs that were scored(by: reference), or take .simpo"
    case .notACheckpoint(let file, let reason): "\(file): this is not a checkpoint of a trainer: \(reason)"
    case .otherModel(let file, let reason):
      "\(file): this is a checkpoint of another model: \(reason). Make the model with the sizes that it had."
    case .otherOptimizer(let file, let remembered, let expected):
      "\(file): its optimizer remembers \(Self.list(remembered)), this trainer's \(Self.list(expected)); go on with the "
        + "optimizer that it was made with"
    case .noBest: "there is no best model to go back to: nothing was evaluated yet"
    }
  }

  private static func list(_ kinds: [String]) -> String {
    kinds.isEmpty ? "nothing" : kinds.map { "\"\($0)\"" }.joined(separator: " and ")
  }
}
