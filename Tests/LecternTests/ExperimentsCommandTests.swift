// `lectern experiments`: the real binary on runs that it made itself.
import Foundation
import Testing

@Suite("lectern experiments")
struct ExperimentsCommandTests {
  /// A folder with rows and run.yaml: nine steps from scratch.
  private struct Files: ~Copyable {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-runs-\(UUID().uuidString)").path

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let rows = (0..<24).map {
        "{\"question\":\"Where is pier \($0)?\",\"answer\":\"\($0 % 2 == 0 ? "North" : "South").\"}\n"
      }
      try write("rows.jsonl", rows.joined())
      try write(
        "run.yaml",
        """
        name: piers
        data: {train: rows.jsonl, validationShare: 0.25}
        template: {mostTokens: 32}
        tuning: {method: scratch}
        model: {layers: 1, heads: 2, channels: 16, contextLength: 32, vocabularySize: 280}
        training: {steps: 9, batchSize: 4, evaluateEvery: 3, warmup: 2}
        evaluation: {rows: 4, answerTokens: 3}
        """)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    func run(_ arguments: [String]) async throws -> LecternResult {
      try await LecternProcess.run(["experiments"] + arguments, in: path)
    }

    func train(_ name: String, _ changes: String...) async throws {
      let result = try await LecternProcess.run(
        ["train", "run.yaml", "--out", "runs/\(name)"] + changes.flatMap { ["--set", $0] }, in: path)
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  private struct Listed: Decodable {
    struct Run: Decodable {
      var run: String
      var state: String
      var steps: Int
      var bestLoss: Double
    }
    var runs: [Run]
    var damaged: [[String: String]]
  }

  private struct Compared: Decodable {
    struct Statement: Decodable { var run, baseline, measure, verdict: String }
    struct Difference: Decodable { var key: String, values: [String?] }
    var differences: [Difference]
    var statements: [Statement]
    var refusals: [String]
  }

  @Test("lists, shows and compares runs, within the width and in ASCII where asked")
  func looks() async throws {
    let files = try Files()
    try await files.train("slow", "training.learningRate=1e-5")
    try await files.train("fast", "training.learningRate=1e-2")
    let list = try await files.run(["list", "--format", "json"]).json(Listed.self)
    #expect(
      list.runs.map(\.run) == ["fast", "slow"] && list.runs.allSatisfy { $0.state == "finished" && $0.steps == 9 })
    #expect(list.runs[0].bestLoss < list.runs[1].bestLoss && list.damaged.isEmpty)

    let shown = try await files.run(["show", "runs/fast", "--samples", "best", "--count", "2"])
    #expect(shown.status == 0, "\(shown.errors)")
    for words in ["fast  finished", "training.learningRate", "best of 4 answered", "9 steps", "validation loss"] {
      #expect(shown.output.contains(words), "\(words): \(shown.output)")
    }
    let comparison = try await files.run(["compare", "runs/slow", "runs/fast", "--format", "json"]).json(Compared.self)
    #expect(comparison.differences.map(\.key) == ["training.learningRate"] && comparison.refusals.isEmpty)
    let loss = try #require(comparison.statements.first { $0.measure == "loss" })
    #expect(loss.run == "fast" && loss.baseline == "slow" && loss.verdict == "better")

    for arguments in [["list"], ["show", "runs/slow"], ["compare", "runs/slow", "runs/fast"]] {
      for options in [["--width", "60"], ["--ascii"], ["--plain"]] {
        let result = try await files.run(arguments + options)
        #expect(result.status == 0 && !result.output.isEmpty)
        let width = options == ["--width", "60"] ? 60 : 80
        #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= width }, "\(result.output)")
        if options == ["--ascii"] { #expect(result.output.utf8.allSatisfy { $0 < 0x7F }) }
      }
    }
  }

  @Test("names damaged and foreign folders, and shows the others all the same")
  func damaged() async throws {
    let files = try Files()
    try await files.train("good")
    try FileManager.default.copyItem(atPath: files.path + "/runs/good", toPath: files.path + "/runs/bad")
    try files.write("runs/bad/run.json", "{\"status\": \"fin")
    let list = try await files.run(["list"])
    #expect(list.status == 1 && list.output.contains("good") && list.errors.contains("bad/run.json is damaged"))
    for (arguments, words) in [
      (["show", "runs/bad"], "damaged"), (["show", "."], "is no run"), (["list", "nowhere"], "no folder"),
      (["compare", "runs/good"], "two runs"), (["compare", "runs/good", "runs/good/"], "twice"),
      (["evaluate", "runs/good", "--metrics", "exakt"], "exact"),
      (["evaluate", "runs/good", "--data", "none.csv"], "none.csv"),
      (["export", "runs/good"], "--out"), (["export", "runs/good", "--out", "runs"], "holds other things"),
      (["export", "runs/good", "--out", "new", "--adapter"], "scratch"),
      (["search", "run.yaml"], "varies"),
      (["search", "run.yaml", "--vary", "training.steeps=1"], "the nearest is steps"),
      (["search", "run.yaml", "--vary", "model.heads=2,3"], "heads"),
      (["search", "none.yaml", "--vary", "seed=1"], "none.yaml"),
    ] {
      let result = try await files.run(arguments)
      #expect(result.status == 2 && result.errors.contains(words), "\(arguments): \(result.status) \(result.errors)")
    }
  }

  @Test("judges finished runs again on other rows, and exports them to be loaded again")
  func judges() async throws {
    let files = try Files()
    try await files.train("run")
    let judged = try await files.run(
      ["evaluate", "runs/run", "--data", "rows.jsonl", "--metrics", "exact,f1", "--rows", "6", "--format", "json"])
    #expect(judged.status == 0, "\(judged.errors)")
    #expect(judged.output.contains("\"answered\":6") && judged.output.contains("\"f1\":{"))
    let text = try await files.run(["evaluate", "runs/run", "--samples", "random"])
    #expect(text.status == 0 && text.output.contains("some of 4 answered"), "\(text.output)\(text.errors)")

    let exported = try await files.run(["export", "runs/run", "--out", "out", "--format", "json"])
    #expect(exported.status == 0 && exported.output.contains("\"README.md\""), "\(exported.errors)")
    let generated = try await LecternProcess.run(
      ["model", "generate", "out", "--text", "Question: Where is pier 3?\nAnswer:", "--count", "3"], in: files.path)
    #expect(generated.status == 0, "\(generated.errors)")
    let chat = try await LecternProcess.run(
      ["chat", "out", "--count", "3"], in: files.path, input: "Where is pier 3?\n")
    #expect(chat.status == 0, "\(chat.errors)")
  }

  @Test("searches, draws what it found, and goes on when it is asked again")
  func searches() async throws {
    let files = try Files()
    let arguments = [
      "search", "run.yaml", "--vary", "training.learningRate=1e-5,1e-2", "--vary", "model.channels=8,16",
    ]
    let first = try await files.run(arguments)
    #expect(first.status == 0, "\(first.errors)")
    for words in [
      "4 combinations", "4 of 4", "best", "loss by learningRate (rows) and channels", "Best on the validation rows",
    ] {
      #expect(first.output.contains(words), "\(words): \(first.output)")
    }
    #expect(first.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let again = try await files.run(arguments + ["--format", "json"])
    #expect(
      again.status == 0 && again.output.contains("\"status\":\"finished\"")
        && again.output.split(separator: "\n").count == 1)
    try files.write(
      "with-search.yaml",
      try String(contentsOfFile: files.path + "/run.yaml", encoding: .utf8)
        + "\nsearch:\n  vary: {training.learningRate: 1e-4..1e-2}\n  random: 2\n")
    let drawn = try await files.run(["search", "with-search.yaml", "--out", "drawn"])
    #expect(drawn.status == 0 && drawn.output.contains("2 combinations"), "\(drawn.errors)")
  }
}
