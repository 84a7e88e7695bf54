// `lectern eval run`, `compare`, `suite`, `leaks` and `bias`: real files, and the real binary.
import Foundation
import Testing

struct EvalTaskCommandTests {
  private struct Estimate: Decodable, Equatable { var value: Double, low: Double, high: Double }
  private struct Result: Decodable, Equatable {
    var task: String, model: String, metrics: [String: Estimate], examples: Int
  }

  private static let choice = """
    data: rows.jsonl
    request: choice
    prompt: "Question: {q}"
    choices: " {choices}"
    target: "{a}"

    """
  private static let answer = """
    data: rows.jsonl
    request: generate
    prompt: "Question: {q}"
    target: " {a}"
    answerTokens: 4

    """

  /// Eight questions, with a task of each kind.
  private func tasks() throws -> EvalFiles {
    let folder = try EvalFiles()
    let rows = (0..<8).map { number in
      #"{"q":"When does ferry \#(number) leave?","choices":["at nine","at ten","never"],"a":"\#(["at nine", "never"][number % 2])"}"#
    }
    try folder.write("tasks/rows.jsonl", rows.joined(separator: "\n") + "\n")
    try folder.write("tasks/choice.yaml", Self.choice)
    try folder.write("tasks/answer.yaml", Self.answer)
    try folder.write("tasks/texts.yaml", "data: rows.jsonl\nrequest: rolling\ntarget: \"{q}\"\n")
    try folder.write(
      "tasks/target.yaml", "data: rows.jsonl\nrequest: logLikelihood\nprompt: \"{q}\"\ntarget: \" {a}\"\n")
    return folder
  }

  private func lines(_ text: String) throws -> [Result] {
    try text.split(separator: "\n").map { try JSONDecoder().decode(Result.self, from: Data($0.utf8)) }
  }

  @Test("a task is asked of a model, each measure with its interval; the same command gives the same line")
  func run() async throws {
    let folder = try tasks()
    let model = try await TemporaryModel.gpt()
    let files = ["choice", "answer", "texts", "target"].map { "tasks/\($0).yaml" }
    let arguments = ["eval", "run"] + files + ["--model", model.path, "--format", "json"]
    let result = try await LecternProcess.run(arguments + ["--out", "results"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    let results = try lines(result.output)
    #expect(results.map(\.task) == ["choice", "answer", "texts", "target"] && results.allSatisfy { $0.examples == 8 })
    #expect(
      Set(results[0].metrics.keys)
        == ["accuracy", "accuracyPerCharacter", "accuracyPerByte", "accuracyUnconditional", "probability"])
    #expect(Set(results[1].metrics.keys) == ["exact", "f1"])
    #expect(Set(results[2].metrics.keys) == ["bitsPerByte", "bytePerplexity", "wordPerplexity", "tokenPerplexity"])
    #expect(Set(results[3].metrics.keys) == ["greedy", "logLikelihood", "perplexity"])
    for estimate in results.flatMap(\.metrics.values) {
      #expect(estimate.low <= estimate.value && estimate.value <= estimate.high)
    }
    #expect(try await LecternProcess.run(arguments, in: folder.path).output == result.output)
    let kept = try JSONDecoder().decode([Result].self, from: Data(folder.bytes("results/results.json")))
    #expect(kept == results)
    let samples = String(decoding: folder.bytes("results/samples.jsonl"), as: UTF8.self).split(separator: "\n")
    #expect(samples.count == 32 && samples[0].contains(#""choices":[{"#) && samples[0].contains(#""unconditional":"#))

    let text = try await LecternProcess.run(
      ["eval", "run", "tasks/choice.yaml", "--model", model.path, "--limit", "3", "--ascii"], in: folder.path)
    #expect(text.status == 0 && text.output.contains("3 examples, guessing reaches 0.333"))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 && $0.utf8.allSatisfy { $0 < 0x7F } })
  }

  @Test("an item is shown as the model reads it, token by token, with the four ways to choose")
  func show() async throws {
    let folder = try tasks()
    try folder.write("tasks/few.yaml", Self.choice + "examples: {count: 1}\n")
    let model = try await TemporaryModel.gpt()
    let show = ["--model", model.path, "--show", "1"]
    let choice = try await LecternProcess.run(["eval", "run", "tasks/few.yaml"] + show, in: folder.path)
    #expect(choice.status == 0, "\(choice.errors)")
    #expect(choice.output.contains("few, item 1 of 8") && choice.output.contains("1 example before it"))
    #expect(choice.output.contains("/character") && choice.output.contains("(right)"))
    #expect(choice.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let answer = try await LecternProcess.run(["eval", "run", "tasks/answer.yaml"] + show, in: folder.path)
    #expect(answer.output.contains(#"at most 4 tokens, up to "⏎""#) && answer.output.contains("␣at nine"))
    let texts = try await LecternProcess.run(["eval", "run", "tasks/texts.yaml"] + show, in: folder.path)
    #expect(texts.status == 0 && texts.output.contains("  scores  |"))
  }

  @Test("everything that is wrong with all tasks is said before a model is loaded")
  func mistakes() async throws {
    let folder = try tasks()
    try folder.write(
      "a.yaml", "data: tasks/rows.jsonl\nrequest: generate\nprompt: \"{quest}\"\ntarget: \"{a}\"\nmetric: f1\n")
    try folder.write("b.yaml", "request: guess\n")
    let result = try await LecternProcess.run(
      ["eval", "run", "a.yaml", "b.yaml", "nowhere.yaml", "--model", "nowhere"], in: folder.path)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains(#"a.yaml:3:9: prompt: tasks/rows.jsonl has no column "quest"; the nearest is "#))
    #expect(result.errors.contains(#"a.yaml:5:1: a task has no setting "metric"; the nearest is metrics"#))
    #expect(result.errors.contains("b.yaml:1:10: request is guess") && result.errors.contains("nowhere.yaml"))
    let choice = "tasks/choice.yaml"
    let noModel = try await LecternProcess.run(["eval", "run", choice, "--model", "nowhere"], in: folder.path)
    #expect(noModel.status == 2 && noModel.errors.contains("there is no folder nowhere"))
    let bert = try TemporaryModel.bert()
    let notGPT = try await LecternProcess.run(["eval", "run", choice, "--model", bert.path], in: folder.path)
    #expect(notGPT.status == 2 && notGPT.errors.contains("a GPT is needed"))
    let none = try await LecternProcess.run(["eval", "run", choice], in: folder.path)
    #expect(none.status == 2 && none.errors.contains("--model is missing"))
    let taken = try await LecternProcess.run(
      ["eval", "run", choice, "--model", bert.path, "--out", "a.yaml"], in: folder.path)
    #expect(taken.status == 2 && taken.errors.contains("cannot write a.yaml"))
  }

  @Test("the model of a finished run is found in its folder; an unfinished one says how to go on")
  func runFolder() async throws {
    let folder = try tasks()
    let model = try await TemporaryModel.gpt()
    try folder.write("my-run/config.yaml", "name: my-run\n")
    try folder.write("my-run/run.json", "{}")
    let unfinished = try await LecternProcess.run(
      ["eval", "run", "tasks/choice.yaml", "--model", "my-run"], in: folder.path)
    #expect(unfinished.status == 2 && unfinished.errors.contains("lectern train my-run/config.yaml"))
    try FileManager.default.copyItem(atPath: model.path, toPath: folder.path + "/my-run/model")
    let finished = try await LecternProcess.run(
      ["eval", "run", "tasks/choice.yaml", "--model", "my-run/", "--format", "json"], in: folder.path)
    #expect(finished.status == 0, "\(finished.errors)")
    #expect(try lines(finished.output).map(\.model) == ["my-run"])
  }

  @Test("a model compared with itself cannot be told apart; other examples are no comparison")
  func compare() async throws {
    let folder = try tasks()
    let model = try await TemporaryModel.gpt()
    let other = try await TemporaryModel.gpt()
    let run = ["eval", "run", "tasks/choice.yaml", "--model"]
    for (path, out) in [(model.path, "a"), (other.path, "b")] {
      #expect(try await LecternProcess.run(run + [path, "--out", out], in: folder.path).status == 0)
    }
    let text = try await LecternProcess.run(["eval", "compare", "a", "b"], in: folder.path)
    #expect(text.status == 0, "\(text.errors)")
    let said = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("they cannot be told apart") && said.contains("McNemar's test gives p = 1"))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    struct Comparison: Decodable {
      struct Measure: Decodable { var metric: String, verdict: String, pValue: Double, mcNemar: Double? }
      var task: String, examples: Int, measures: [Measure]
    }
    let json = try await LecternProcess.run(["eval", "compare", "a", "b", "--format", "json"], in: folder.path)
    let comparison = try JSONDecoder().decode(Comparison.self, from: Data(json.output.utf8))
    #expect(comparison.task == "choice" && comparison.examples == 8)
    #expect(comparison.measures[0].metric == "accuracy" && comparison.measures[0].verdict == "undecided")
    #expect(comparison.measures[0].mcNemar == 1)
    let direct = try await LecternProcess.run(
      ["eval", "compare", "--task", "tasks/choice.yaml", "--model", model.path, "--model", other.path, "--limit", "4"],
      in: folder.path)
    #expect(direct.status == 0 && direct.output.contains("4 examples"), "\(direct.errors)")
    #expect(
      try await LecternProcess.run(run + [model.path, "--limit", "3", "--out", "c"], in: folder.path).status == 0)
    let uneven = try await LecternProcess.run(["eval", "compare", "a", "c"], in: folder.path)
    #expect(uneven.status == 2 && uneven.errors.contains("asked 8 examples and the other 3"))
    try folder.write("c/samples.jsonl", "oops\n")
    let damaged = try await LecternProcess.run(["eval", "compare", "a", "c"], in: folder.path)
    #expect(damaged.status == 2 && damaged.errors.contains("c/samples.jsonl:1"))
    let one = try await LecternProcess.run(["eval", "compare", "a"], in: folder.path)
    #expect(one.status == 2 && one.errors.contains("there are 1"))
  }

  @Test("a folder of tasks ranks models; equal ones share a rank")
  func suite() async throws {
    let folder = try tasks()
    let model = try await TemporaryModel.gpt()
    let other = try await TemporaryModel.gpt()
    let arguments = ["eval", "suite", "tasks", "--model", model.path, "--model", other.path, "--limit", "4"]
    let result = try await LecternProcess.run(arguments + ["--format", "json", "--out", "out"], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    struct Ranking: Decodable {
      struct Place: Decodable { var model: String, rank: Int }
      struct Task: Decodable { var task: String, metric: String, places: [Place] }
      var tasks: [Task], overall: [Place], overallTasks: Int
    }
    let ranking = try JSONDecoder().decode(Ranking.self, from: Data(result.output.utf8))
    #expect(ranking.tasks.map(\.task) == ["answer", "choice", "target", "texts"])
    #expect(ranking.tasks.flatMap(\.places).allSatisfy { $0.rank == 1 } && ranking.overall.map(\.rank) == [1, 1])
    #expect(ranking.overallTasks == 3)
    #expect(String(decoding: folder.bytes("out/samples.jsonl"), as: UTF8.self).split(separator: "\n").count == 32)
    let text = try await LecternProcess.run(["eval", "suite", "tasks", "--model", model.path], in: folder.path)
    #expect(text.status == 0 && text.output.contains("all 3"))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let nothing = try await LecternProcess.run(["eval", "suite", "out", "--model", model.path], in: folder.path)
    #expect(nothing.status == 2 && nothing.errors.contains("holds no tasks"))
  }

  @Test("leaks are found, and the status says that there are some")
  func leaks() async throws {
    let folder = try tasks()
    try folder.write(
      "train.jsonl",
      #"{"question":"When does FERRY 3 leave?","answer":"Never."}"# + "\n" + #"{"question":"Who?","answer":"Me."}"#
        + "\n")
    let model = try await TemporaryModel.gpt()
    let leaks = ["eval", "leaks", "tasks/choice.yaml", "--rows", "train.jsonl"]
    let result = try await LecternProcess.run(leaks + ["--model", model.path], in: folder.path)
    #expect(result.status == 1 && result.output.contains("1 of 8 items of choice leaked"), "\(result.errors)")
    #expect(result.output.contains("1 stand word for word in a row") && result.output.contains("without them"))
    let json = try await LecternProcess.run(leaks + ["--format", "json"], in: folder.path)
    struct Report: Decodable {
      struct Leak: Decodable { var kind: String, example: Int, row: Int }
      var leaks: [Leak], examples: Int
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(json.output.utf8))
    #expect(report.leaks.map(\.example) == [3] && report.leaks[0].row == 0 && report.leaks[0].kind == "exact")
    try folder.write("clean.jsonl", #"{"question":"Who?","answer":"Me."}"# + "\n")
    let clean = try await LecternProcess.run(
      ["eval", "leaks", "tasks/choice.yaml", "--rows", "clean.jsonl"], in: folder.path)
    #expect(clean.status == 0 && clean.output.contains("0 of 8 items"))
    let missing = try await LecternProcess.run(
      ["eval", "leaks", "tasks/choice.yaml", "--rows", "no.jsonl"], in: folder.path)
    #expect(missing.status == 2 && missing.errors.contains("no.jsonl cannot be read"))
  }

  @Test("a probe compares its groups; a group with itself makes no difference")
  func bias() async throws {
    let folder = try tasks()
    try folder.write(
      "probe.yaml",
      "measure: logLikelihood\ntemplates: [\"The {word} sails.\", \"On the {word} we sing\"]\n"
        + "groups: {one: [Tern, Dunlin], same: [Tern, Dunlin]}\n")
    let model = try await TemporaryModel.gpt()
    let result = try await LecternProcess.run(["eval", "bias", "probe.yaml", "--model", model.path], in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("No difference can be told between one and same: 0.000 nats"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    try folder.write("bad.yaml", "templates: [x]\n")
    let bad = try await LecternProcess.run(["eval", "bias", "bad.yaml", "--model", model.path], in: folder.path)
    #expect(bad.status == 2 && bad.errors.contains("bad.yaml:1:") && bad.errors.contains("needs {word}"))
  }
}

/// A folder for files of a test.
private struct EvalFiles: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-eval-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func bytes(_ name: String) -> [UInt8] {
    (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))).map { [UInt8]($0) } ?? []
  }
}
