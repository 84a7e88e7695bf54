// What models have in common that answer with a label or a number instead of text.
import Layers
import Tensors

/// A model with a head that has an output for each label. A head with one output gives a number: a regression.
public protocol ClassifyingModel: Model {
  /// The names of the outputs; of a single one that of the number.
  var labels: [String] { get }

  /// The most tokens that it reads at once, and how many it knows.
  var contextLength: Int { get }
  var vocabularySize: Int { get }

  /// Throws ``ModelInputError`` unless the model can read these tokens.
  func check(_ tokens: TokenBatch) throws

  /// For each text a logit for each label, or its number: `[batch, labels]`.
  func classLogits(_ tokens: TokenBatch) -> Tensor

  /// The last layer; nil if the model has none.
  var labelHead: Linear? { get set }

  /// Writes config.json and model.safetensors. Throws ``CheckpointError`` or ``SafetensorsError``.
  func save(to folder: String) throws
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

  /// The model whose outputs are multiplied and moved, with a head of its own: one that has learnt numbers in units of
  /// their standard deviation, from their mean on, gives them so as they were. Stops if the head has no bias, as that of
  /// a number has one.
  public func withOutputs(times scale: Float, plus offset: Float) -> Self {
    guard let head = labelHead, let bias = head.bias else { stop("withOutputs: the head has no bias") }
    var model = self
    model.labelHead = Linear(
      weight: Parameter(head.weight.value * scale), bias: Parameter(bias.value * scale + offset))
    return model
  }
}

extension BERT: ClassifyingModel {
  public var labels: [String] { configuration.labels }
  public var contextLength: Int { configuration.contextLength }
  public var vocabularySize: Int { configuration.vocabularySize }
  public var labelHead: Linear? {
    get { classifier }
    set { classifier = newValue }
  }
  public func save(to folder: String) throws { try save(to: folder, as: .single) }
  public func check(_ tokens: TokenBatch) throws { try check(tokens, segments: nil) }
  public func classLogits(_ tokens: TokenBatch) -> Tensor { classLogits(tokens, segments: nil) }
}
