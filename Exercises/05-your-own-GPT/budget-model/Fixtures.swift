// What both files of probes share.
import Foundation
import Transformers

/// Texts of one seed, and a run on them.
struct Budget {
  let seed: Int
  private let folder = NSTemporaryDirectory() + "budget-\(UUID())"

  init(seed: Int) { self.seed = seed }

  /// The settings with our data in them.
  private func configuration() throws -> RunConfiguration {
    var configuration = try RunConfiguration(yaml: settings(), file: "run.yaml")
    (configuration.data, configuration.evaluation) = (.init(), .init())
    (configuration.data.train, configuration.data.validation) = ("train.jsonl", "held-out.jsonl")
    configuration.evaluation.rows = 0
    configuration.training.evaluateEvery = 0
    configuration.training.patience = 0
    return configuration
  }

  private func texts(_ split: Corpus.Split, _ count: Int) -> [String] {
    HarbourLines(seed: 7).announcements.documents(split, seed: seed).prefix(count).map { String($0.text.dropLast(2)) }
  }

  private func experiment() throws -> Experiment {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, texts) in [("train", texts(.training, 400)), ("held-out", texts(.heldOut, 40))] {
      let rows = try texts.map { String(decoding: try JSONEncoder().encode(["text": $0]), as: UTF8.self) }
      try rows.joined(separator: "\n").write(toFile: "\(folder)/\(name).jsonl", atomically: true, encoding: .utf8)
    }
    return try Experiment(configuration(), from: folder)
  }

  /// What is wrong with the settings; nothing if a run can be made.
  func problems() -> [String] {
    do {
      let made = try experiment()
      return made.configuration.tuning.method == .scratch ? [] : ["tuning.method is not scratch"]
    } catch { return ["\(error)"] }
  }

  func parameters() throws -> Int { try experiment().parameterCount }

  func rows() throws -> Int {
    let made = try experiment()
    return made.totalSteps * made.configuration.training.batchSize * made.configuration.training.accumulation
  }

  /// Parameters, rows that are learnt from, and nats a character of the held-out texts. Of a run that is over the budget
  /// the last is missing.
  func outcome() throws -> [Double] {
    let (parameters, rows) = (try parameters(), try rows())
    guard parameters <= 45_000, rows <= 800 else { return [Double(parameters), Double(rows)] }
    let run = RunFolder("\(folder)/run")
    let loss = try experiment().run(in: run.path).bestLoss ?? .infinity
    let tokenizer = try TextModel.load(from: run.model).tokenizer
    let texts = texts(.heldOut, 40)
    let tokens = texts.reduce(0) { $0 + tokenizer.encode($1).count + 1 }
    return [Double(parameters), Double(rows), loss * Double(tokens) / Double(texts.reduce(0) { $0 + $1.count })]
  }

  func isReached(_ outcome: [Double]) -> Bool {
    outcome.count == 3 && outcome[0] <= 45_000 && outcome[1] <= 800 && outcome[2] > 0.15 && outcome[2] <= 0.75
  }
}
