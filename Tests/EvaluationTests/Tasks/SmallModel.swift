// A model that is small enough for tests in debug builds, and a folder for their files.
import Foundation
import Models
import Tensors
import TextModels
import Tokenizers

enum SmallModel {
  /// A GPT with random weights and characters as tokens, each text beginning with `<|end|>`.
  static func make(contextLength: Int = 64, seed: Int = 3, hasEnd: Bool = true) throws -> TextModel {
    let end = "<|end|>"
    let ascii = (32..<127).compactMap { UnicodeScalar($0).map(String.init) }.joined()
    let tokenizer = try CharacterTokenizer.train(on: ascii + "\né", specialTokens: [end])
    let model = GPT(
      GPTConfiguration(
        vocabularySize: tokenizer.vocabularySize, contextLength: contextLength, layers: 1, heads: 2, channels: 16),
      seed: seed)
    // Large enough that tokens differ.
    for named in model.parameters where named.parameter.value.rank == 2 {
      named.parameter.assign(named.parameter.value * 8)
    }
    return TextModel(name: "small", model, tokenizer: tokenizer, endTokens: hasEnd ? tokenizer.encode(end) : [])
  }

  /// `log p` of each token of a text behind a context, from one call of the model and nothing of `TextModel`.
  static func logProbabilities(_ model: TextModel, _ context: [Int], _ text: [Int]) -> [Double] {
    let logits = model.model(context + text)
    return text.indices.map { place in
      let row = logits[context.count + place - 1].scalars.map(Double.init)
      let most = row.max() ?? 0
      return row[text[place]] - most - log(row.reduce(0) { $0 + exp($1 - most) })
    }
  }
}

/// A folder for files of a test.
struct TaskFolder: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-task-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }
}
