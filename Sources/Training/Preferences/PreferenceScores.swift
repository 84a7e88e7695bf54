// How likely the answers of pairs are, to the model that learns and to the one that it is compared with.
import Models
import Tensors

/// Of each pair `log p(answer | prompt)`, summed over the answer's tokens, in nats.
public struct PreferenceScores {
  /// Of the policy, the model that learns: `[pairs]`.
  public var chosen, rejected: Tensor
  /// Of the reference model, which does not: `[pairs]`; nil if there is none.
  public var reference: (chosen: Tensor, rejected: Tensor)?
  /// How many tokens each answer has: `[pairs]`.
  public var chosenCounts, rejectedCounts: Tensor

  public init(
    chosen: Tensor, rejected: Tensor, reference: (chosen: Tensor, rejected: Tensor)?, chosenCounts: Tensor,
    rejectedCounts: Tensor
  ) {
    self.chosen = chosen
    self.rejected = rejected
    self.reference = reference
    self.chosenCounts = chosenCounts
    self.rejectedCounts = rejectedCounts
  }
}

extension GPT {
  /// `log p` of the targets of each text that count, in nats, given all before them: `[batch]`. Throws
  /// ``ModelInputError`` and ``TrainingError``.
  public func logProbabilities(of batch: TextBatch) throws -> Tensor {
    try check(batch.tokens)
    try batch.check(classes: configuration.vocabularySize)
    let targets = batch.targets.flatMap { $0 }
    let counts = Tensor(targets.map { $0 == TextBatch.ignored ? 0 : 1 }).reshaped(batch.tokens.batch, batch.tokens.time)
    let each = self(batch.tokens).logSoftmax().picking(targets.map { max($0, 0) })  // [batch, time]
    return (each * counts).sum(axis: 1)
  }

  /// What this model makes of the answers, beside what the reference made of them. Throws as `logProbabilities(of:)`.
  public func scores(of batch: PreferenceBatch) throws -> PreferenceScores {
    let answers = try logProbabilities(of: batch.texts).split(into: 2, axis: 0)
    return PreferenceScores(
      chosen: answers[0], rejected: answers[1],
      reference: batch.references.map { (Tensor($0.map(\.chosen)), Tensor($0.map(\.rejected))) },
      chosenCounts: Tensor(batch.chosenCounts.map(Float.init)),
      rejectedCounts: Tensor(batch.rejectedCounts.map(Float.init)))
  }

  /// How far the model is from preferring the chosen answers as the loss asks for; the mean over the pairs, shape `[]`.
  /// Throws as `logProbabilities(of:)`, and ``TrainingError`` if the loss needs a reference that the batch has not.
  public func preferenceLoss(_ batch: PreferenceBatch, _ loss: PreferenceLoss = .dpo()) throws -> Tensor {
    guard !loss.needsReference || batch.references != nil else { throw TrainingError.noReference }
    return loss.losses(try scores(of: batch)).mean()
  }
}
