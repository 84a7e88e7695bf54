// Sequence classifiers in folders: in the layout of Hugging Face's GPT2ForSequenceClassification and its Llama sister,
// or, for numbers and options those have no place for, in our own.
import Layers
import Tensors

/// `configuration` in a config.json of our own.
private struct OwnClassifier: Codable {
  var body: GPTConfiguration
  var labels: [String]
}

extension SequenceClassifier {
  /// Reads a folder with config.json and model.safetensors. Throws ``CheckpointError`` or ``SafetensorsError``.
  public static func load(from path: String) throws -> SequenceClassifier {
    let folder = CheckpointFolder(path)
    switch try folder.modelType() {
    case "gpt2":
      let file = try folder.configuration(GPT2File.self)
      let configuration = try file.configuration(folder)
      return try read(folder, configuration, GPT2File.names(configuration), file.id2label) {
        GPT2File.mayIgnore($0, configuration)
      }
    case "llama":
      let file = try folder.configuration(LlamaFile.self)
      let configuration = try file.configuration(folder)
      return try read(folder, configuration, LlamaFile.names(configuration), file.id2label) {
        LlamaFile.mayIgnore($0, configuration)
      }
    default:
      return try folder.own(OwnModelType.sequenceClassifier, OwnClassifier.self) {
        try $0.body.check()
        try check($0.labels)
        return $0.body.layers
      } make: {
        SequenceClassifier($0.body, labels: $0.labels, using: &$1)
      }
    }
  }

  private static func read(
    _ folder: CheckpointFolder, _ configuration: GPTConfiguration, _ names: [CheckpointName],
    _ id2label: [String: String]?, mayIgnore: @escaping (String) -> Bool
  ) throws -> SequenceClassifier {
    let file = try folder.weights()
    guard let count = file["score.weight"]?.shape.first, count > 0 else {
      throw CheckpointError.missingTensors(file: file.path, ["score.weight"])
    }
    try WeightReader.check(layers: configuration.layers, in: file)
    let labels = LabelNames.read(id2label, count: count)
    try folder.naming { try check(labels) }
    return try WeightReader(file: file, names: classifierNames(names), mayIgnore: mayIgnore).read {
      var classifier = SequenceClassifier(configuration, labels: labels, using: &$0)
      // Theirs has no bias for a number either.
      if count == 1 { classifier.head = Linear(weight: classifier.head.weight) }
      return classifier
    }
  }

  /// Writes config.json and model.safetensors: in Hugging Face's layout if the head has no bias and the model is a GPT-2
  /// or a Llama. Throws ``CheckpointError`` or ``SafetensorsError``.
  public func save(to path: String) throws {
    let folder = CheckpointFolder(path)
    let (names, ids) = LabelNames.tables(labels)
    if hasTheirHead, var file = GPT2File(configuration) {
      file.architectures = ["GPT2ForSequenceClassification"]
      (file.id2label, file.label2id, file.problem_type) = (names, ids, LabelNames.problem(labels))
      try folder.save(self, configuration: file)
    } else if hasTheirHead, var file = LlamaFile(configuration) {
      file.architectures = ["LlamaForSequenceClassification"]
      (file.id2label, file.label2id, file.problem_type) = (names, ids, LabelNames.problem(labels))
      try folder.save(self, configuration: file)
    } else {
      let file = OwnFile(
        model_type: OwnModelType.sequenceClassifier, configuration: OwnClassifier(body: configuration, labels: labels))
      try folder.save(self, configuration: file)
    }
  }

  public var checkpointNames: [CheckpointName] {
    if hasTheirHead, GPT2File(configuration) != nil { return Self.classifierNames(GPT2File.names(configuration)) }
    if hasTheirHead, LlamaFile(configuration) != nil { return Self.classifierNames(LlamaFile.names(configuration)) }
    return []
  }

  private var hasTheirHead: Bool { head.bias == nil }

  private static func classifierNames(_ names: [CheckpointName]) -> [CheckpointName] {
    names.filter { $0.ours != "head.weight" } + [CheckpointName("head.weight", ["score.weight"])]
  }
}

extension CheckpointFolder {
  /// Whether config.json says that the model has a head for labels in place of the output layer.
  var isSequenceClassifier: Bool {
    get throws {
      struct Kind: Decodable { let architectures: [String]? }
      return try configuration(Kind.self).architectures?.contains { $0.hasSuffix("ForSequenceClassification") } ?? false
    }
  }
}
