// A checkpoint whose kind is not known beforehand.

/// A model of any kind, as its folder has it.
public enum LoadedModel {
  case gpt(GPT)
  case sequenceClassifier(SequenceClassifier)
  case bert(BERT)
  case encoderDecoder(EncoderDecoder)
  case speechEncoder(SpeechEncoder)
  case recurrent(RecurrentNetwork)
  case perceptron(MultilayerPerceptron)

  /// Reads a folder with config.json and model.safetensors; `model_type` says which kind it is. Throws
  /// ``CheckpointError`` or ``SafetensorsError``.
  public static func load(from path: String) throws -> LoadedModel {
    let folder = CheckpointFolder(path)
    switch try folder.modelType() {
    case "gpt2" where try folder.isSequenceClassifier, "llama" where try folder.isSequenceClassifier,
      OwnModelType.sequenceClassifier:
      return .sequenceClassifier(try SequenceClassifier.load(from: path))
    case "gpt2", "llama", OwnModelType.gpt: return .gpt(try GPT.load(from: path))
    case "bert": return .bert(try BERT.load(from: path))
    case OwnModelType.encoderDecoder: return .encoderDecoder(try EncoderDecoder.load(from: path))
    case OwnModelType.speechEncoder: return .speechEncoder(try SpeechEncoder.load(from: path))
    case OwnModelType.recurrent: return .recurrent(try RecurrentNetwork.load(from: path))
    case OwnModelType.perceptron: return .perceptron(try MultilayerPerceptron.load(from: path))
    case let type:
      throw CheckpointError.modelType(
        file: folder.configurationFile, found: type,
        supported: [
          "gpt2", "llama", "bert", OwnModelType.gpt, OwnModelType.sequenceClassifier, OwnModelType.encoderDecoder,
          OwnModelType.speechEncoder, OwnModelType.recurrent, OwnModelType.perceptron,
        ])
    }
  }

  /// What config.json of a folder says it holds, such as "gpt2". Throws ``CheckpointError``.
  public static func modelType(of path: String) throws -> String { try CheckpointFolder(path).modelType() }

  /// The same for people, who also want to know whether there is a head for labels. Throws ``CheckpointError``.
  public static func kind(of path: String) throws -> String {
    let folder = CheckpointFolder(path)
    return try folder.modelType() + (folder.isSequenceClassifier ? " with a head for labels" : "")
  }

  /// The model as what all kinds have in common.
  public var model: any Model {
    switch self {
    case .gpt(let model): model
    case .sequenceClassifier(let model): model
    case .bert(let model): model
    case .encoderDecoder(let model): model
    case .speechEncoder(let model): model
    case .recurrent(let model): model
    case .perceptron(let model): model
    }
  }
}
