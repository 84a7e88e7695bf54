// Searches that train: models of a few thousand parameters, a few steps. What is exported and judged of their runs.
import Evaluation
import Experiments
import Foundation
import Models
import Testing

/// A folder with rows, and runs from scratch that take a moment.
private struct TinyRuns: ~Copyable {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-search-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let rows = (0..<16).map {
      "{\"question\":\"Where is pier \($0)?\",\"answer\":\"\($0 % 2 == 0 ? "North" : "South").\"}\n"
    }
    try Data(rows.joined().utf8).write(to: URL(fileURLWithPath: path + "/rows.jsonl"))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  static var configuration: RunConfiguration {
    var configuration = RunConfiguration()
    configuration.data.train = "rows.jsonl"
    configuration.data.validationShare = 0.25
    configuration.tuning.method = .scratch
    configuration.model.layers = 1
    configuration.model.heads = 1
    configuration.model.channels = 8
    configuration.model.contextLength = 32
    configuration.model.vocabularySize = 270
    configuration.template.mostTokens = 32
    configuration.training.steps = 6
    configuration.training.batchSize = 4
    configuration.training.warmup = 1
    configuration.evaluation.rows = 2
    configuration.evaluation.answerTokens = 2
    return configuration
  }

  func search(_ axes: [String], _ change: (inout SearchPlan) -> Void = { _ in }) throws -> Search {
    var plan = SearchPlan(try axes.map { try SearchAxis(parsing: $0) })
    change(&plan)
    return try Search(Self.configuration, plan, in: path + "/search", from: path)
  }
}

@Suite("A search")
struct SearchTests {
  @Test("makes ordinary runs, orders them by their validation loss, and goes on where it stopped")
  func resumes() throws {
    let files = try TinyRuns()
    var isEnough = false
    // Stopped within the second run.
    let first = try files.search(["training.learningRate=1e-5,1e-2"]).run(shouldStop: { isEnough }) { event in
      if case .progress(let progress, let folder) = event, folder.contains("trial-02"), progress.line.step == 3 {
        isEnough = true
      }
    }
    #expect(first.trials.map(\.status) == [.finished, .unfinished] && first.best == 1)
    var begun: [Int] = []
    let search = try files.search(["training.learningRate=1e-5,1e-2"])
    let result = try search.run(report: { event in
      if case .began(let trial, _, _, _) = event { begun.append(trial.number) }
    })
    #expect(begun == [2] && result.trials.map(\.status) == [.finished, .finished])
    #expect(result.best == 2 && result.ranking.map(\.number) == [2, 1])
    #expect(result.trials.allSatisfy { $0.steps == 6 && $0.totalSteps == 6 })
    let run = try RecordedRun(RunFolder("\(search.folder)/trial-02-learningRate-1e-2"))
    #expect(run.isOver && run.configuration.training.learningRate == 0.01)
    #expect(result.trial(2)?.score?.value == run.best?.loss)
    let saved = try JSONDecoder().decode(
      SearchResult.self, from: #require(FileManager.default.contents(atPath: "\(search.folder)/search.json")))
    #expect(saved == result)

    // The same folder is not for another search.
    var other = TinyRuns.configuration
    other.training.batchSize = 2
    let changed = try Search(other, search.plan, in: search.folder, from: files.path)
    #expect { try changed.run() } throws: { "\($0)".contains("training.batchSize is 4 there, 2 here") }
  }

  @Test("gives up the worse combinations at a third of the steps")
  func halving() throws {
    let files = try TinyRuns()
    let rates = "training.learningRate=1e-6,2e-6,1e-5,1e-2"
    let search = try files.search([rates]) { $0.halving = true }
    let result = try search.run()
    // Four are tried for 1/3 of the steps; two go on, by the loss that they had come to.
    #expect(result.trials.count { $0.status == .givenUp } == 2 && result.trials.count { $0.status == .finished } == 2)
    #expect(result.trials.filter { $0.status == .givenUp }.allSatisfy { $0.steps == 2 })
    #expect(result.trial(4)?.status == .finished && result.best == 4)
    for folder in result.trials.flatMap(\.folders) {
      let log = try RunFolder("\(search.folder)/\(folder)").readLog()
      #expect(log.contains { $0.step == 2 && $0.validationLoss != nil }, "\(folder)")
    }
  }

  @Test("compares over seeds if there are several, and names what cannot be told apart")
  func seeds() throws {
    let files = try TinyRuns()
    let result = try files.search(["training.weightDecay=0.01,0.011"]) { $0.seeds = 2 }.run()
    #expect(result.trials.allSatisfy { $0.folders.count == 2 && $0.scores.count == 2 && $0.isTied })
    #expect(result.conclusion.contains("cannot be told apart") && result.conclusion.contains("2 seeds"))
    let runs = try result.trials[0].folders.map { try RecordedRun(RunFolder("\(files.path)/search/\($0)")) }
    #expect(runs.map(\.configuration.seed) == [1, 2])
  }

  @Test("says that nothing was compared if there is one seed and no rows are kept")
  func nothingToCompareBy() throws {
    let files = try TinyRuns()
    let result = try files.search(["training.learningRate=1e-5,1e-2", "evaluation.rows=0"]).run()
    #expect(result.best == 2 && result.conclusion.contains("no rows were kept to compare by"))
  }

  @Test("leaves out what there is no time for, and says so")
  func budget() throws {
    let files = try TinyRuns()
    var told = false
    // No run is as fast as this; the first is made or cut short, the others are left out.
    let result = try files.search(["training.learningRate=1e-3,1e-2,1e-4"]) { $0.minutes = 1e-7 }.run(report: {
      if case .budget = $0 { told = true }
    })
    #expect(result.trials.count { $0.status == .leftOut } == 2 && result.best == nil)
    #expect(result.conclusion.contains("none is the best") && !told)
  }

  @Test(
    "checks every combination before anything is trained",
    arguments: [
      (["tuning.rnak=2"], "rank"), (["training.batchSize=4,400"], "batchSize=400"), (["model.heads=1,3"], "heads"),
      (["training.steps=none"], "training.steps"),
    ])
  func mistakes(_ axes: [String], _ words: String) throws {
    let files = try TinyRuns()
    #expect { _ = try files.search(axes) } throws: { "\($0)".contains(words) }
    #expect(!FileManager.default.fileExists(atPath: files.path + "/search"))
    #expect { _ = try files.search(["model.layers=1,2"]) { $0.by = "bleu" } } throws: {
      "\($0)".contains("evaluation.metrics")
    }
  }

  @Test("gives runs that can be judged again and exported, with a card that tells what made them")
  func export() throws {
    let files = try TinyRuns()
    let configuration = TinyRuns.configuration
    try Experiment(configuration, from: files.path).run(in: files.path + "/run")
    let run = try RecordedRun(RunFolder(files.path + "/run"))

    let again = try RunEvaluation(run)
    #expect(abs(again.loss - (run.best?.loss ?? 0)) < 1e-5 && again.samples == run.samples)
    let other = try RunEvaluation(run, on: files.path + "/rows.jsonl", metrics: ["exact", "f1"], rows: 5)
    #expect(other.rows == 16 && other.samples.count == 5 && other.metrics.keys.sorted() == ["exact", "f1"])
    #expect(throws: (any Error).self) { try RunEvaluation(run, on: files.path + "/none.jsonl") }

    let out = files.path + "/out"
    let names = try RunExport(run, .merged, includesRows: true).write(to: out)
    #expect(
      Set(names).isSuperset(of: [
        "README.md", "config.json", "config.yaml", "model.safetensors", "tokenizer.json", "data",
      ]))
    guard case .gpt(let model) = try LoadedModel.load(from: out) else {
      Issue.record("no GPT was exported")
      return
    }
    #expect(model.configuration.channels == 8)
    let card = try String(contentsOfFile: out + "/README.md", encoding: .utf8)
    for part in [
      "library_name: transformers", "pipeline_tag: text-generation", "Question: {prompt}", "| `training.steps` | `6` |",
      "12 |", "| exact |", "lectern train config.yaml", "It sees 32 tokens", "trained from scratch",
    ] { #expect(card.contains(part), "\(part)") }
    #expect(!card.contains("base_model"))
    // Made again from the exported folder, the run is the same.
    let repeated = try Experiment(ConfigurationFile(out + "/config.yaml").configuration, from: out)
      .run(in: files.path + "/again")
    #expect(repeated.finalLoss == run.state.finalLoss && repeated.bestLoss == run.state.bestLoss)

    #expect { try RunExport(run, .merged).write(to: out) } throws: { "\($0)".contains("holds other things") }
    #expect { _ = try RunExport(run, .adapter) } throws: { "\($0)".contains("scratch") }
  }
}
