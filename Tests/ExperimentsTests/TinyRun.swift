// Runs that take a moment: a model of a few thousand parameters that learns a few sentences.
import Experiments
import Foundation
import TextModels

/// A folder with rows and a configuration.
struct TinyRun: ~Copyable {
  let path: String

  init(rows: String = TinyRun.rows) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-run-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try write("rows.jsonl", rows)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Twenty-four questions, of which no two are alike.
  static let rows = (0..<24).map { number in
    "{\"question\":\"Where is pier \(number)?\",\"answer\":\"\(number % 2 == 0 ? "North" : "South").\"}\n"
  }.joined()

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
  }

  func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: file(name)) }

  /// Twelve steps from scratch.
  static var configuration: RunConfiguration {
    var configuration = RunConfiguration()
    configuration.data.train = "rows.jsonl"
    configuration.data.validationShare = 0.25
    configuration.tuning.method = .scratch
    configuration.model.layers = 1
    configuration.model.heads = 2
    configuration.model.channels = 16
    configuration.model.contextLength = 32
    configuration.model.vocabularySize = 280
    configuration.template.mostTokens = 32
    configuration.training.steps = 12
    configuration.training.batchSize = 4
    configuration.training.warmup = 2
    configuration.training.evaluateEvery = 4
    configuration.training.checkpointEvery = 5
    configuration.evaluation.rows = 3
    configuration.evaluation.answerTokens = 3
    return configuration
  }

  func experiment(_ change: (inout RunConfiguration) -> Void = { _ in }) throws -> Experiment {
    var configuration = Self.configuration
    change(&configuration)
    return try Experiment(configuration, from: path)
  }
}

extension [RunLogLine] {
  /// Without what depends on the machine's speed.
  var comparable: [RunLogLine] {
    map { line in
      var line = line
      line.tokensPerSecond = nil
      return line
    }
  }
}
