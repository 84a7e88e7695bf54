// Results: kept in files, compared example by example, ranked.
import DataPreparation
import Evaluation
import Foundation
import Testing
import TextModels

@Suite("Results of a task")
struct TaskResultTests {
  /// A model that answers some examples right: of a task of yes and no.
  private func result(_ model: String, right: [Bool], task: String = "t") throws -> TaskResult {
    var settings = TaskSettings()
    (settings.name, settings.request, settings.metrics) = (task, .generate, ["exact"])
    let small = try SmallModel.make()
    let items = right.indices.map { TaskItem(line: $0 + 1, prompt: "\($0)", targets: ["yes"]) }
    var asked = settings
    asked.answerTokens = 1
    var samples = try EvaluationTask(asked, items: items).run(on: small).samples
    for (place, isRight) in right.enumerated() {
      (samples[place].model, samples[place].answer, samples[place].scores) = (model, isRight ? "Yes." : "no", [:])
    }
    return TaskResult(settings, model: model, samples: samples)
  }

  /// So many right only by A, only by B, by both and by none.
  private func pair(onlyA: Int, onlyB: Int, both: Int, none: Int) throws -> ResultComparison {
    func row(_ first: Bool, _ second: Bool, _ third: Bool, _ fourth: Bool) -> [Bool] {
      [(first, onlyA), (second, onlyB), (third, both), (fourth, none)].flatMap { Array(repeating: $0, count: $1) }
    }
    return try ResultComparison(
      result("a", right: row(true, false, true, false)), result("b", right: row(false, true, true, false)))
  }

  @Test("say of two models that one is better only if it is sure, and count where they differ")
  func comparison() throws {
    let clear = try pair(onlyA: 4, onlyB: 26, both: 20, none: 10)
    let measure = try #require(clear.measures.first)
    #expect(measure.verdict == .better && measure.furtherExamples == nil)
    #expect((measure.onlyA, measure.onlyB) == (4, 26))
    // Exact binomial: twice the chance of at most 4 heads of 30, 31931 / 2^30.
    #expect(abs((measure.mcNemar ?? 0) - 2 * 31931.0 / 1_073_741_824) < 1e-9)
    #expect(abs(measure.difference.value - 22.0 / 60) < 1e-12 && measure.difference.low > 0)
    #expect(clear.differences.count == 30 && clear.differences.map(\.example) == Array(0..<30))
    #expect(try pair(onlyA: 26, onlyB: 4, both: 20, none: 10).measures[0].verdict == .worse)
  }

  @Test("say how many examples more it would take, by the standard error of the change")
  func further() throws {
    let close = try pair(onlyA: 8, onlyB: 12, both: 30, none: 30)
    let measure = try #require(close.measures.first)
    #expect(measure.verdict == .undecided)
    // Variance of one example's change: 20/80 - (4/80)². 80 % power asks for (2.8 · deviation / change)² examples.
    let variance: Double = 20.0 / 80 - 0.05 * 0.05
    let needed: Double = 2.8 * 2.8 * variance / (0.05 * 0.05)
    let further = try #require(measure.furtherExamples)
    #expect(abs(Double(further + 80) / needed - 1) < 0.15, "\(further + 80) rather than \(needed)")
    let same = try pair(onlyA: 5, onlyB: 5, both: 10, none: 10)
    #expect(same.measures[0].furtherExamples == nil && same.measures[0].verdict == .undecided)
  }

  @Test("are not compared unless both models were asked the same")
  func different() throws {
    let result = try result("a", right: [true, false])
    #expect(throws: ResultComparisonError.otherExamples(task: "t", 2, 1)) {
      try ResultComparison(result, self.result("b", right: [true]))
    }
    #expect(throws: ResultComparisonError.otherTask("t", "u")) {
      try ResultComparison(result, self.result("b", right: [true, true], task: "u"))
    }
    var other = result
    other.samples[1].targets = ["no"]
    #expect(throws: ResultComparisonError.otherExample(task: "t", 1)) { try ResultComparison(result, other) }
  }

  @Test("give models that cannot be told apart one rank, on each task and on all")
  func ranking() throws {
    func right(_ count: Int, of total: Int) -> [Bool] { (0..<total).map { $0 < count } }
    let results = try ["t", "u"].flatMap { task in
      try [("poor", right(10, of: 60)), ("good", right(50, of: 60)), ("same", Array(right(49, of: 60).reversed()))].map
      {
        try result($0, right: $1, task: task)
      }
    }
    let ranking = SuiteRanking(results)
    for task in ranking.tasks {
      #expect(task.places.map(\.model) == ["good", "same", "poor"] && task.places.map(\.rank) == [1, 1, 3])
    }
    #expect(ranking.overallTasks == 2 && ranking.overall.map(\.rank) == [1, 1, 3])
    let best = try #require(ranking.overall.first?.estimate)
    #expect(abs(best.value - 50.0 / 60) < 1e-12 && best.low < best.value && best.value < best.high)
    // Two tasks know more than one.
    #expect(best.high - best.low < ranking.tasks[0].places[0].estimate.high - ranking.tasks[0].places[0].estimate.low)
  }

  @Test("come back from their folder as they were; a damaged folder says where it is damaged")
  func folder() throws {
    let folder = try TaskFolder()
    let results = try [result("a", right: [true, false, true]), result("b", right: [false, false, true])]
    let files = try ResultFolder.files(of: results)
    try folder.write("results.json", String(decoding: files.results, as: UTF8.self))
    try folder.write("samples.jsonl", String(decoding: files.samples, as: UTF8.self))
    #expect(try ResultFolder(folder.path).read() == results)
    func problem() -> String {
      do {
        _ = try ResultFolder(folder.path + "/").read()
        return ""
      } catch { return "\(error)".replacing(folder.path, with: "F") }
    }
    let lines = String(decoding: files.samples, as: UTF8.self).split(separator: "\n").map { $0 + "\n" }
    try folder.write("samples.jsonl", lines.dropLast().joined())
    #expect(problem().hasPrefix("F/samples.jsonl has 2 samples of task t with model b, and results.json says 3"))
    try folder.write("samples.jsonl", lines[0] + "{}\n")
    #expect(problem().hasPrefix("F/samples.jsonl:2 is no file of a sample"))
    try folder.write("results.json", "[]")
    #expect(problem().contains("holds no results"))
    try folder.write("results.json", "oops")
    #expect(problem().hasSuffix("it is not JSON"))
    #expect(throws: RowError.self) { try ResultFolder(folder.path + "/nowhere").read() }
  }
}
