// Which models a trainer can train without being told how, and what their losses are.

import Layers
import Models
import Tensors

/// A model that has a loss for a kind of batch.
public protocol TrainableModel: Module {
  associatedtype Batch: TrainingBatch

  /// How far the model is from the targets, as the mean over those that count; shape `[]`. Throws if the batch does not
  /// fit the model.
  func loss(_ batch: Batch) throws -> Tensor
}

/// The mean of `-log p(next token)`, in nats.
extension GPT: TrainableModel {
  public func loss(_ batch: TextBatch) throws -> Tensor {
    try check(batch.tokens)
    try batch.check(classes: configuration.vocabularySize)
    return loss(batch.tokens, targets: batch.targets)
  }
}

/// The mean of `-log p(next token)`, in nats.
extension RecurrentNetwork: TrainableModel {
  public func loss(_ batch: TextBatch) throws -> Tensor {
    try check(batch.tokens)
    try batch.check(classes: configuration.vocabularySize)
    return loss(batch.tokens, targets: batch.targets)
  }
}

/// The mean of `-log p(next token)`, in nats.
extension WindowNetwork: TrainableModel {
  public func loss(_ batch: TextBatch) throws -> Tensor {
    try check(batch.tokens)
    try batch.check(classes: configuration.vocabularySize)
    return loss(batch.tokens, targets: batch.targets)
  }
}

/// The mean of `-log p(next token)` of what is to be written, in nats.
extension EncoderDecoder: TrainableModel {
  public func loss(_ batch: TranslationBatch) throws -> Tensor {
    try check(source: batch.source, target: batch.target.tokens)
    try batch.target.check(classes: configuration.targetVocabularySize ?? configuration.vocabularySize)
    return loss(source: batch.source, target: batch.target.tokens, followers: batch.target.targets)
  }
}

/// The mean of `-log p(label)`, in nats. Stops if the model has no classifier; `withLabels(_:seed:)` makes one.
extension BERT: TrainableModel {
  public func loss(_ batch: LabelledBatch) throws -> Tensor { try labelLoss(batch) }
}

/// The mean of `-log p(label)`, in nats.
extension SequenceClassifier: TrainableModel {
  public func loss(_ batch: LabelledBatch) throws -> Tensor { try labelLoss(batch) }
}

/// The mean of `-log p(label)`, in nats.
extension SpeechEncoder: TrainableModel {
  public func loss(_ batch: SpeechBatch) throws -> Tensor {
    try check(batch.frames, counts: batch.counts)
    for label in batch.labels where !configuration.labels.indices.contains(label) {
      throw TrainingError.noSuchTarget(label, classes: configuration.labels.count)
    }
    return crossEntropy(logits: self(batch.frames, counts: batch.counts), targets: batch.labels)
  }
}

extension TextBatch {
  func check(classes: Int) throws {
    for target in targets.joined() where target != Self.ignored && !(0..<classes).contains(target) {
      throw TrainingError.noSuchTarget(target, classes: classes)
    }
  }
}
