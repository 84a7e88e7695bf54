// What models have in common that answer with a label or a number instead of text.
import Layers
import Tensors

/// A model with a head that has an output for each label. A head with one output gives a number: a regression.
public protocol ClassifyingModel: Model {
  /// The names of the outputs; of a single one that of the number.
  var labels: [String] { get }

  /// Throws ``ModelInputError`` unless the model can read these tokens.
  func check(_ tokens: TokenBatch) throws

  /// For each text a logit for each label, or its number: `[batch, labels]`.
  func classLogits(_ tokens: TokenBatch) -> Tensor

  /// The last layer; nil if the model has none.
  var labelHead: Linear? { get }
}

extension ClassifyingModel {
  /// How likely each label is for each text, `[batch, labels]`; the rows sum to 1. No gradients are recorded. Throws
  /// ``ModelInputError``.
  public func probabilities(_ tokens: TokenBatch) throws -> Tensor {
    try check(tokens)
    return Tensor.withoutGradients { classLogits(tokens).softmax() }
  }

  /// The number of each text, of a regression: `[batch]`. No gradients are recorded. Throws ``ModelInputError``.
  public func numbers(_ tokens: TokenBatch) throws -> [Float] {
    guard labels.count == 1 else { stop("numbers: the model tells \(labels.count) labels apart; it gives no number") }
    try check(tokens)
    return Tensor.withoutGradients { classLogits(tokens).scalars }
  }

  /// Multiplies and moves all outputs: a model that has learnt numbers in units of their standard deviation, from their
  /// mean on, gives them in their own. Stops unless the head has a bias, as that of a regression has.
  public func rescaleOutputs(by scale: Float, plus offset: Float) {
    guard let head = labelHead, let bias = head.bias else { stop("rescaleOutputs: the head has no bias") }
    head.weight.assign(head.weight.value * scale)
    bias.assign(bias.value * scale + offset)
  }
}

extension BERT: ClassifyingModel {
  public var labels: [String] { configuration.labels }
  public var labelHead: Linear? { classifier }
  public func check(_ tokens: TokenBatch) throws { try check(tokens, segments: nil) }
  public func classLogits(_ tokens: TokenBatch) -> Tensor { classLogits(tokens, segments: nil) }
}
