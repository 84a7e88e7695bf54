// The layout for models that Hugging Face has no name for: config.json with our configuration, tensors under our names.

/// `config.json` of such a model.
struct OwnFile<Configuration: Codable>: Codable {
  var model_type: String
  var configuration: Configuration
}

/// Their values of `model_type`.
enum OwnModelType {
  static let gpt = "lectern-gpt"
  static let sequenceClassifier = "lectern-sequence-classifier"
  static let encoderDecoder = "lectern-encoder-decoder"
  static let recurrent = "lectern-recurrent"
  static let speechEncoder = "lectern-speech-encoder"
  static let perceptron = "lectern-perceptron"
}
