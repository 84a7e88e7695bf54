// Runs compared: what can be said of them, and what not. The folders are written here, so the answers are known.
import Evaluation
import Experiments
import Foundation
import Testing

/// A folder of runs that nobody trained.
private struct WrittenRuns: ~Copyable {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-runs-\(UUID().uuidString)").path

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ file: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(file)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// - Parameters:
  ///   - exact: whether each validation row was answered right.
  ///   - rows: what the run was judged by.
  func run(
    _ name: String, exact: [Double], status: String = "finished", rows: String = "{\"prompt\":\"a\"}\n",
    settings: String = "", log: String = "", tokenizer: String = "{}"
  ) throws -> RecordedRun {
    let mean = exact.isEmpty ? 0 : exact.reduce(0, +) / Double(exact.count)
    try write(
      "\(name)/run.json",
      """
      {"status":"\(status)","name":"\(name)","problem":"languageModel","steps":6,"totalSteps":6,"trainingRows":8,
       "validationRows":\(exact.count),"parameters":100,"trainableParameters":10,
       "metrics":{"exact":{"value":\(mean),"low":\(max(0, mean - 0.1)),"high":\(min(1, mean + 0.1))}},"gains":{},
       "baseChecksum":"","dataChecksum":"","seconds":3,"threads":2}
      """)
    try write("\(name)/config.yaml", "data: {train: data/train.jsonl}\ntuning: {method: scratch}\n" + settings)
    try write("\(name)/data/validation.jsonl", rows)
    try write("\(name)/model/tokenizer.json", tokenizer)
    try write("\(name)/log.jsonl", log)
    let samples = exact.enumerated().map { row, score in
      "{\"row\":\(row + 1),\"prompt\":\"p\",\"expected\":\"e\",\"answer\":\"a\",\"loss\":\(2 - score),\"scores\":{\"exact\":\(score)}}\n"
    }
    try write("\(name)/samples.jsonl", samples.joined())
    return try RecordedRun(RunFolder("\(path)/\(name)"))
  }
}

@Suite("Comparing runs")
struct RunComparisonTests {
  @Test("says better only where the rows bear it out")
  func verdicts() throws {
    let runs = WrittenRuns()
    let half = (0..<40).map { Double($0 % 2) }
    let base = try runs.run("base", exact: half)
    let better = try runs.run("better", exact: half.enumerated().map { $0 % 4 == 0 ? 1 : $1 })
    // Two rows better, two worse.
    let same = try runs.run("same", exact: half.enumerated().map { $0 < 4 ? 1 - $1 : $1 })
    let comparison = RunComparison([base, better, same])
    let exact = comparison.statements.filter { $0.measure == "exact" }
    #expect(exact.map(\.run) == ["better", "same"] && exact.map(\.verdict) == [.better, .cannotBeToldApart])
    #expect(abs(exact[0].difference.value - 0.25) < 1e-9 && exact[0].rows == 40)
    #expect(exact[0].difference.low > 0 && exact[1].difference.low < 0 && exact[1].difference.high > 0)
    // A loss that is lower is better.
    #expect(comparison.statements.first { $0.run == "better" && $0.measure == "loss" }?.verdict == .better)
    #expect(comparison.refusals.isEmpty)
  }

  @Test("does not compare what was judged on other rows, or in other tokens")
  func refusals() throws {
    let runs = WrittenRuns()
    let base = try runs.run("base", exact: [1, 0, 1])
    let other = try runs.run("other", exact: [1, 1, 1], rows: "{\"prompt\":\"b\"}\n")
    let foreign = try runs.run("foreign", exact: [1, 1, 0], tokenizer: "{\"other\":1}")
    let open = try runs.run("open", exact: [], status: "interrupted")
    let comparison = RunComparison([base, other, foreign, open])
    #expect(comparison.statements.map(\.measure) == ["exact"] && comparison.statements[0].run == "foreign")
    #expect(comparison.refusals.count == 3, "\(comparison.refusals)")
    #expect(comparison.refusals[0].contains("other rows") && comparison.refusals[1].contains("per token"))
    #expect(comparison.refusals[2].contains("open has no validation rows"))
  }

  @Test("shows the settings that differ, and those that are not as by default")
  func settings() throws {
    let runs = WrittenRuns()
    let one = try runs.run("one", exact: [1], settings: "training: {learningRate: 0.01}\n")
    let two = try runs.run("two", exact: [1], settings: "training: {learningRate: 0.02, batchSize: 4}\n")
    let differences = RunComparison([one, two]).differences
    #expect(differences.map(\.key) == ["training.learningRate", "training.batchSize"])
    #expect(differences[0].values == ["0.01", "0.02"])
    #expect(one.changedValues.map(\.key) == ["data.train", "tuning.method", "training.learningRate"])
  }

  @Test("tells how a run stands: one that says it is running and that nobody works on has died")
  func standing() throws {
    let runs = WrittenRuns()
    let log =
      "{\"step\":1,\"loss\":3}\n{\"step\":2,\"loss\":2,\"validationLoss\":2.5}\n{\"step\":2,\"validationLoss\":2.25}\n{\"st"
    let run = try runs.run("dead", exact: [], status: "running", log: log)
    #expect(run.standing == .died && !run.isOver && run.best?.loss == 2.25)
    #expect(run.curve(\.loss).map(\.value) == [3, 2] && run.curve(\.loss, points: 1).map(\.value) == [2.5])
    #expect(run.validationCurve.map(\.value) == [2.5, 2.25])
  }

  @Test("lists runs in the order of their numbers, and names folders that are damaged")
  func list() throws {
    let runs = WrittenRuns()
    for name in ["run-10", "run-2", "search/trial-1"] { _ = try runs.run(name, exact: [1]) }
    try runs.write("notes/readme.txt", "no run")
    try runs.write("broken/run.json", "{\"status\":")
    try runs.write("broken/config.yaml", "name: x\n")
    let list = try RunList(in: runs.path)
    #expect(list.runs.map(\.name) == ["run-2", "run-10", "trial-1"])
    #expect(list.damaged.map(\.name) == ["broken"] && list.damaged[0].reason.contains("run.json is damaged"))
    #expect(throws: RunFolderError.self) { try RunList(in: runs.path + "/nowhere") }
  }

  @Test("chooses the worst and best answers by metric and loss, random ones by a seed")
  func samples() throws {
    let samples = try [(1.0, 0.5), (0, 2), (0, 3), (1, 0.1)].enumerated().map { row, values in
      let line =
        "{\"row\":\(row + 1),\"prompt\":\"\",\"expected\":\"\",\"answer\":\"\",\"loss\":\(values.1),\"scores\":{\"exact\":\(values.0)}}"
      return try JSONDecoder().decode(RunSample.self, from: Data(line.utf8))
    }
    func rows(_ choice: SampleChoice, seed: Int = 1) -> [Int] {
      choice.chosen(from: samples, count: 2, by: "exact", seed: seed).map(\.row)
    }
    #expect(rows(.worst) == [3, 2] && rows(.best) == [4, 1])
    #expect(rows(.random) == rows(.random) && Set((1...9).map { rows(.random, seed: $0) }).count > 1)
    #expect(SampleChoice.best.chosen(from: samples, count: 9).map(\.row) == [4, 1, 2, 3])
  }
}
