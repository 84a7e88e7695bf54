// Small runs of each kind of problem, in folders that are gone when their test ends.
import DataPreparation
import Evaluation
import Experiments
import Foundation
import Layers
import Models
import TextModels
import Tokenizers

final class ProblemFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("problems-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  /// Writes rows as JSONL.
  func write(_ name: String, rows: [[String: String]]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try write(name, rows.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined())
  }

  /// A GPT with random weights and a tokenizer for the words of these runs.
  @discardableResult
  func makeBase() throws -> String {
    let end = "<|endoftext|>"
    let words = ProblemFolder.moods().map { $0["text"] ?? "" } + ProblemFolder.pairs().map { $0["chosen"] ?? "" }
    let tokenizer = try BytePairTokenizer.train(on: words, vocabularySize: 320, specialTokens: [end])
    let sizes = GPTConfiguration(
      vocabularySize: tokenizer.vocabularySize, contextLength: 64, layers: 2, heads: 2, channels: 16)
    let folder = "\(path)/base"
    try GPT(sizes, seed: 5).save(to: folder)
    try tokenizer.write(to: folder)
    try EndTokens.write([tokenizer.encode(end)[0]], to: folder)
    return folder
  }

  // MARK: Rows

  /// Remarks whose mood one word decides.
  static func moods(_ count: Int = 48) -> [[String: String]] {
    let (good, bad) = (["lovely", "calm", "bright"], ["rough", "late", "dirty"])
    let things = ["crossing", "ferry", "cabin", "harbour"]
    return (0..<count).map { number in
      let word = (number % 2 == 0 ? good : bad)[number / 2 % 3]
      return [
        "text": "The \(things[number / 6 % 4]) number \(number) was \(word).",
        "label": number % 2 == 0 ? "good" : "bad",
      ]
    }
  }

  /// Voyages whose minutes their islands decide.
  static func voyages(_ count: Int = 48) -> [[String: String]] {
    let islands = ["Birk", "Quarne", "Tollum", "Fennick"]
    return (0..<count).map { number in
      ["text": "Boat \(number) to \(islands[number % 4]).", "label": "\(20 + 15 * (number % 4))"]
    }
  }

  /// Words and what they are in another spelling.
  static func spellings(_ count: Int = 24) -> [[String: String]] {
    let words = ["sea", "tide", "gull", "rope", "deck", "mast"]
    return (0..<count).map { number in
      let (first, second) = (words[number % 6], words[(number / 6 + number + 1) % 6])
      return ["prompt": "\(first) \(second)", "answer": "\(second) \(first)"]
    }
  }

  /// Questions with a polite answer and a rude one.
  static func pairs(_ count: Int = 24) -> [[String: String]] {
    (0..<count).map { number in
      ["prompt": "When does boat \(number) leave?", "chosen": "At \(number), thank you.", "rejected": "Look it up."]
    }
  }

  // MARK: Runs

  /// A run of few steps whose rows are in `rows.jsonl`.
  func configuration(_ problem: RunConfiguration.Problem) throws -> RunConfiguration {
    var configuration = RunConfiguration()
    configuration.problem = problem
    configuration.data.train = "rows.jsonl"
    configuration.data.validationShare = 0.25
    configuration.template.mostTokens = 40
    configuration.tuning.method = .scratch
    (configuration.model.layers, configuration.model.heads, configuration.model.channels) = (1, 2, 16)
    (configuration.model.contextLength, configuration.model.vocabularySize) = (40, 300)
    configuration.training.steps = 12
    configuration.training.warmup = 2
    configuration.training.batchSize = 8
    configuration.training.learningRate = 0.01
    configuration.training.evaluateEvery = 6
    configuration.evaluation.answerTokens = 8
    switch problem {
    case .classification: try write("rows.jsonl", rows: Self.moods())
    case .regression: try write("rows.jsonl", rows: Self.voyages())
    case .sequenceToSequence: try write("rows.jsonl", rows: Self.spellings())
    case .languageModel, .preference:
      try write("rows.jsonl", rows: Self.pairs())
      configuration.base = try makeBase()
      configuration.tuning.method = .lora
      configuration.model = .init()
      configuration.template.mostTokens = 64
    }
    return configuration
  }

  /// Makes the run in a folder of this one.
  @discardableResult
  func run(
    _ configuration: RunConfiguration, as name: String = "run", shouldStop: @escaping () -> Bool = { false }
  ) throws -> RunState {
    try Experiment(configuration, from: path).run(in: "\(path)/\(name)", shouldStop: shouldStop)
  }

  func folder(_ name: String = "run") -> RunFolder { RunFolder("\(path)/\(name)") }

  /// What is wrong with a run, a line each; empty if nothing is.
  func problems(_ configuration: RunConfiguration) -> String {
    do {
      _ = try Experiment(configuration, from: path)
      return ""
    } catch { return "\(error)" }
  }
}
