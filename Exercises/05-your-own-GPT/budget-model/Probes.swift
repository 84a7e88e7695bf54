// What a learner's settings are asked. The run is made on texts of the probe's own.
import Foundation
import Transformers

let probes = Probes {
  Probe("the settings are read, and go together", points: 2) {
    Budget(seed: 1).problems()
  } accept: {
    $0.isEmpty
  }
  Probe("at most 45,000 parameters", points: 4, needs: ["the settings are read, and go together"]) {
    try Budget(seed: 1).parameters()
  } accept: {
    $0 > 0 && $0 <= 45_000
  }
  Probe("at most 800 rows are learnt from", points: 4, needs: ["the settings are read, and go together"]) {
    try Budget(seed: 1).rows()
  } accept: {
    $0 > 0 && $0 <= 800
  }
  Probe("at most 0.75 nats a character", points: 6, needs: ["the settings are read, and go together"]) {
    try Budget(seed: 2).outcome()
  } accept: {
    Budget(seed: 2).isReached($0)
  }
}

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
