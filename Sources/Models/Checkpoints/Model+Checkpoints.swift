// Reading models from folders and writing them: which layout belongs to which model.

import Layers
import Tensors

extension GPT {
  /// Reads a GPT-2, a Llama, or a GPT of our own from a folder with config.json and model.safetensors. Throws
  /// ``CheckpointError`` or ``SafetensorsError``.
  public static func load(from folder: String) throws -> GPT {
    let folder = CheckpointFolder(folder)
    let type = try folder.modelType()
    let configuration: GPTConfiguration
    switch type {
    case "gpt2": configuration = try folder.configuration(GPT2File.self).configuration(folder)
    case "llama": configuration = try folder.configuration(LlamaFile.self).configuration(folder)
    case OwnModelType.gpt:
      configuration = try folder.configuration(OwnFile<GPTConfiguration>.self).configuration
      try folder.naming { try configuration.check() }
    default:
      throw CheckpointError.modelType(
        file: folder.configurationFile, found: type, supported: ["gpt2", "llama", OwnModelType.gpt])
    }
    let file = try folder.weights()
    try WeightReader.check(layers: configuration.layers, in: file)
    let reader =
      switch type {
      case "gpt2":
        WeightReader(file: file, names: GPT2File.names(configuration)) { GPT2File.mayIgnore($0, configuration) }
      case "llama":
        WeightReader(file: file, names: LlamaFile.names(configuration)) { LlamaFile.mayIgnore($0, configuration) }
      default: WeightReader(file: file, names: [])
      }
    return try reader.read { GPT(configuration, using: &$0) }
  }

  /// Writes config.json and model.safetensors: as a GPT-2 or a Llama if it is one, so that other tools can read it.
  /// Throws ``CheckpointError`` or ``SafetensorsError``.
  public func save(to folder: String) throws {
    let folder = CheckpointFolder(folder)
    if let file = GPT2File(configuration) {
      try folder.save(self, configuration: file)
    } else if let file = LlamaFile(configuration) {
      try folder.save(self, configuration: file)
    } else {
      let file = OwnFile(model_type: OwnModelType.gpt, configuration: configuration)
      try folder.save(self, configuration: file)
    }
  }

  public var checkpointNames: [CheckpointName] {
    if GPT2File(configuration) != nil { return GPT2File.names(configuration) }
    return LlamaFile(configuration) != nil ? LlamaFile.names(configuration) : []
  }
}

extension BERT {
  /// Reads a BERT from a folder with config.json and model.safetensors, with the heads that the file has. Throws
  /// ``CheckpointError`` or ``SafetensorsError``.
  public static func load(from folder: String) throws -> BERT {
    let folder = CheckpointFolder(folder)
    let type = try folder.modelType()
    guard type == "bert" else {
      throw CheckpointError.modelType(file: folder.configurationFile, found: type, supported: ["bert"])
    }
    let file = try folder.weights()
    let names = BERTFile.WeightNames(
      hasPooler: ["pooler.dense.weight", "bert.pooler.dense.weight"].contains { file[$0] != nil },
      hasMaskedHead: file["cls.predictions.transform.dense.weight"] != nil,
      classes: file["classifier.weight"]?.shape.first)
    let configuration = try folder.configuration(BERTFile.self).configuration(folder, weights: names)
    try WeightReader.check(layers: configuration.layers, in: file)
    return try WeightReader(file: file, names: BERTFile.names(configuration), mayIgnore: BERTFile.mayIgnore)
      .read { BERT(configuration, using: &$0) }
  }

  /// Writes config.json and model.safetensors. Throws ``CheckpointError`` or ``SafetensorsError``.
  public func save(to folder: String, as precision: SafetensorsFile.Precision = .single) throws {
    try CheckpointFolder(folder).save(self, configuration: BERTFile(configuration), as: precision)
  }

  public var checkpointNames: [CheckpointName] { BERTFile.names(configuration) }
}

extension EncoderDecoder {
  /// Reads what `save(to:)` wrote. Throws ``CheckpointError`` or ``SafetensorsError``.
  public static func load(from folder: String) throws -> EncoderDecoder {
    try CheckpointFolder(folder).own(OwnModelType.encoderDecoder, EncoderDecoderConfiguration.self) {
      try $0.check()
      return $0.layers
    } make: {
      EncoderDecoder($0, using: &$1)
    }
  }

  /// Writes config.json and model.safetensors. Throws ``CheckpointError`` or ``SafetensorsError``.
  public func save(to folder: String, as precision: SafetensorsFile.Precision = .single) throws {
    let file = OwnFile(model_type: OwnModelType.encoderDecoder, configuration: configuration)
    try CheckpointFolder(folder).save(self, configuration: file, as: precision)
  }
}

extension SpeechEncoder {
  /// Reads what `save(to:)` wrote. Throws ``CheckpointError`` or ``SafetensorsError``.
  public static func load(from folder: String) throws -> SpeechEncoder {
    try CheckpointFolder(folder).own(OwnModelType.speechEncoder, SpeechEncoderConfiguration.self) {
      try $0.check()
      return $0.layers
    } make: {
      SpeechEncoder($0, using: &$1)
    }
  }

  /// Writes config.json and model.safetensors. Throws ``CheckpointError`` or ``SafetensorsError``.
  public func save(to folder: String, as precision: SafetensorsFile.Precision = .single) throws {
    let file = OwnFile(model_type: OwnModelType.speechEncoder, configuration: configuration)
    try CheckpointFolder(folder).save(self, configuration: file, as: precision)
  }
}

extension RecurrentNetwork {
  /// Reads what `save(to:)` wrote. Throws ``CheckpointError`` or ``SafetensorsError``.
  public static func load(from folder: String) throws -> RecurrentNetwork {
    try CheckpointFolder(folder).own(OwnModelType.recurrent, RecurrentConfiguration.self) {
      try $0.check()
      return $0.layers
    } make: {
      RecurrentNetwork($0, using: &$1)
    }
  }

  /// Writes config.json and model.safetensors. Throws ``CheckpointError`` or ``SafetensorsError``.
  public func save(to folder: String) throws {
    let file = OwnFile(model_type: OwnModelType.recurrent, configuration: configuration)
    try CheckpointFolder(folder).save(self, configuration: file)
  }
}

extension MultilayerPerceptron {
  private struct Sizes: Codable {
    let sizes: [Int]
    let activation: Activation
  }

  /// Reads what `save(to:)` wrote. Throws ``CheckpointError`` or ``SafetensorsError``.
  public static func load(from folder: String) throws -> MultilayerPerceptron {
    try CheckpointFolder(folder).own(OwnModelType.perceptron, Sizes.self) {
      try check($0.sizes)
      return $0.sizes.count - 1
    } make: {
      MultilayerPerceptron(sizes: $0.sizes, activation: $0.activation, using: &$1)
    }
  }

  /// Writes config.json and model.safetensors. Throws ``CheckpointError`` or ``SafetensorsError``.
  public func save(to folder: String) throws {
    let sizes = Sizes(sizes: sizes, activation: activation)
    try CheckpointFolder(folder).save(
      self, configuration: OwnFile(model_type: OwnModelType.perceptron, configuration: sizes))
  }
}

extension CheckpointFolder {
  /// Reads a model in the layout of our own.
  ///
  /// - Parameter check: throws ``ConfigurationError``, or returns the number of layers.
  func own<Configuration: Codable, Result: Module>(
    _ type: String, _: Configuration.Type, check: (Configuration) throws -> Int,
    make: (Configuration, inout Initializer) -> Result
  ) throws -> Result {
    let found = try modelType()
    guard found == type else {
      throw CheckpointError.modelType(file: configurationFile, found: found, supported: [type])
    }
    let configuration = try configuration(OwnFile<Configuration>.self).configuration
    let layers = try naming { try check(configuration) }
    let file = try weights()
    try WeightReader.check(layers: layers, in: file)
    return try WeightReader(file: file, names: []).read { make(configuration, &$0) }
  }
}
