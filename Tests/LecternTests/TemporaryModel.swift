// Small models in folders of their own, with tokenizers.
import Foundation
import Models
import Tensors

struct TemporaryModel: ~Copyable {
  let path: String

  private init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-model-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  static let gptSizes = GPTConfiguration(vocabularySize: 300, contextLength: 48, layers: 2, heads: 2, channels: 16)

  /// A GPT with random weights and a byte-level tokenizer. It is large enough in its wishes that tokens differ.
  static func gpt() async throws -> TemporaryModel {
    let folder = try TemporaryModel()
    let model = GPT(gptSizes, seed: 3)
    for named in model.parameters where named.parameter.value.rank == 2 {
      named.parameter.assign(named.parameter.value * 8)
    }
    try model.save(to: folder.path)
    _ = try await LecternProcess.run([
      "tokenizer", "train", "Lessons/01-language-models/harbour.txt", "--vocabulary", "300", "--out", folder.path,
    ])
    return folder
  }

  /// A BERT with random weights, a few words, and a head for masked tokens.
  static func bert() throws -> TemporaryModel {
    let folder = try TemporaryModel()
    let words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "ferry", "leaves", "at", "nine", "##s", "boat"]
    let sizes = BERTConfiguration(
      vocabularySize: words.count, contextLength: 16, layers: 2, heads: 2, channels: 16, hasMaskedHead: true)
    try BERT(sizes, seed: 4).save(to: folder.path)
    try folder.write("vocab.txt", words.joined(separator: "\n") + "\n")
    return folder
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }
}

extension LecternResult {
  func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(output.utf8))
  }
}
