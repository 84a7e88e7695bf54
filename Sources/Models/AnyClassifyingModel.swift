// A GPT or a BERT with a head for labels, whichever its folder holds.
import Layers
import Tensors

/// A classifying model whose kind is not known beforehand; does all that the model in it does.
public struct AnyClassifyingModel: ClassifyingModel {
  public var model: any ClassifyingModel

  public init(_ model: some ClassifyingModel) { self.model = model }

  /// Reads a folder with config.json and model.safetensors. Nil if the model in it has no head for labels. Throws
  /// ``CheckpointError`` or ``SafetensorsError``.
  public static func load(from folder: String) throws -> AnyClassifyingModel? {
    switch try LoadedModel.load(from: folder) {
    case .sequenceClassifier(let model): AnyClassifyingModel(model)
    case .bert(let model) where model.classifier != nil: AnyClassifyingModel(model)
    default: nil
    }
  }

  /// Writes config.json and model.safetensors. Throws ``CheckpointError`` or ``SafetensorsError``.
  public func save(to folder: String) throws { try model.save(to: folder) }

  /// The most tokens that it reads at once, and how many it knows.
  public var contextLength: Int { model.contextLength }
  public var vocabularySize: Int { model.vocabularySize }

  public var labels: [String] { model.labels }
  public var labelHead: Linear? {
    get { model.labelHead }
    set { model.labelHead = newValue }
  }
  public func check(_ tokens: TokenBatch) throws { try model.check(tokens) }
  public func classLogits(_ tokens: TokenBatch) -> Tensor { model.classLogits(tokens) }

  public var scope: ModelScope { model.scope }
  public var activationPoints: [ActivationPoint] { model.activationPoints }
  public var outputLayer: String { model.outputLayer }
  public var checkpointNames: [CheckpointName] { model.checkpointNames }
  public var parameters: [NamedParameter] { model.parameters }
  public var description: String { model.description }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try model.visitLinears(visit)
  }
}
