// Words that several of Hugging Face's configuration files share.

import Layers

extension Activation {
  /// Words that are read; the first for each function is written.
  private static let words: KeyValuePairs<String, Activation> = [
    "gelu_new": .geluTanh, "gelu_pytorch_tanh": .geluTanh, "gelu": .gelu, "relu": .relu, "silu": .silu, "swish": .silu,
    "tanh": .tanh,
  ]

  init?(huggingFaceName name: String) {
    guard let word = Self.words.first(where: { $0.key == name }) else { return nil }
    self = word.value
  }

  var huggingFaceName: String { Self.words.first { $0.value == self }?.key ?? rawValue }

  fileprivate static var knownWords: String { words.map(\.key).joined(separator: ", ") }
}

/// The names of a head's outputs, as configuration files have them.
enum LabelNames {
  /// Names where the file has some, else Hugging Face's "LABEL_0" and so on.
  static func read(_ id2label: [String: String]?, count: Int) -> [String] {
    (0..<count).map { id2label?["\($0)"] ?? "LABEL_\($0)" }
  }

  /// `id2label` and `label2id`.
  static func tables(_ labels: [String]) -> (names: [String: String], ids: [String: Int]) {
    let labels = labels.enumerated().map { ($1, $0) }
    return (
      Dictionary(labels.map { ("\($1)", $0) }) { first, _ in first }, Dictionary(labels) { first, _ in first }
    )
  }

  /// What transformers calls the problem of a head with these outputs.
  static func problem(_ labels: [String]) -> String {
    labels.count == 1 ? "regression" : "single_label_classification"
  }
}

extension CheckpointFolder {
  func activation(_ key: String, _ word: String) throws -> Activation {
    guard let activation = Activation(huggingFaceName: word) else {
      throw CheckpointError.unsupported(
        file: configurationFile, key: key, value: word, supported: Activation.knownWords)
    }
    return activation
  }

  /// Refuses an option that changes how the model computes.
  func require(_ key: String, _ value: Bool?, toBe supported: Bool) throws {
    guard let value, value != supported else { return }
    throw CheckpointError.unsupported(file: configurationFile, key: key, value: "\(value)", supported: "\(supported)")
  }
}
