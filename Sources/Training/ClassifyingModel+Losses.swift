// The losses of models that answer with a label or a number.
import Layers
import Models
import Tensors

extension ClassifyingModel {
  /// The mean of `-weight(label) · log p(label)`, in nats; shape `[]`. Throws ``TrainingError`` for a label that the
  /// model has not, and ``ModelInputError``.
  ///
  /// - Parameter weights: one for each label, nil for 1 each; see ``ClassWeights``. The sum is divided by how many texts
  ///   there are, not by the sum of their weights as in PyTorch, so that a rare label weighs as much in every batch.
  public func labelLoss(_ batch: LabelledBatch, weights: [Float]? = nil) throws -> Tensor {
    try check(batch.tokens)
    for label in batch.labels where !labels.indices.contains(label) {
      throw TrainingError.noSuchTarget(label, classes: labels.count)
    }
    guard let weights else { return crossEntropy(logits: classLogits(batch.tokens), targets: batch.labels) }
    guard weights.count == labels.count else {
      stop("labelLoss: there are \(weights.count) weights and \(labels.count) labels")
    }
    let logProbabilities = classLogits(batch.tokens).logSoftmax().picking(batch.labels)
    return -(logProbabilities * Tensor(batch.labels.map { weights[$0] })).mean()
  }

  /// The mean of `(number - expected)²`; shape `[]`. Throws ``ModelInputError``. Stops unless the model has one output.
  public func squaredError(_ batch: RegressionBatch) throws -> Tensor {
    guard labels.count == 1 else { stop("squaredError: the model has \(labels.count) outputs; a number needs one") }
    try check(batch.tokens)
    return (classLogits(batch.tokens).squeezed(at: 1) - Tensor(batch.numbers)).squared().mean()
  }
}

/// How much the examples of each label count.
public enum ClassWeights {
  /// So that all labels together weigh the same, however rare: `n / (labels · n of the label)`, whose mean over the
  /// examples is 1 (as scikit-learn's "balanced"; King and Zeng 2001). 0 for a label without examples.
  ///
  /// - Parameters:
  ///   - labels: the label of each example.
  ///   - count: how many labels there are.
  public static func balanced(_ labels: [Int], count: Int) -> [Float] {
    var counts = [Int](repeating: 0, count: count)
    for label in labels { counts[label] += 1 }
    return counts.map { $0 == 0 ? 0 : Float(labels.count) / Float(count * $0) }
  }
}
