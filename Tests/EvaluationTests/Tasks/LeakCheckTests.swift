// Items that stand in training rows: word for word, in runs of words, or nearly.
import DataPreparation
import Evaluation
import Testing

@Suite("A leak check")
struct LeakCheckTests {
  private func row(_ question: String, _ answer: String) -> TrainingRow {
    TrainingRow(.questionAnswer, instruction: question, answer: answer)
  }

  private func task(_ materials: [String]) -> EvaluationTask {
    var settings = TaskSettings()
    settings.name = "t"
    return EvaluationTask(
      settings,
      items: materials.enumerated().map { TaskItem(line: $0 + 1, prompt: "Question: ", targets: ["x"], material: $1) })
  }

  private let long = "The ferry to Birk leaves the harbour at nine in the morning on every day but Sunday and on feasts"

  @Test("finds an item that stands in a row whatever its case and marks, also inside a longer row")
  func exact() {
    let rows = [
      row("Who sails?", "The Tern."), row("How long does the crossing to Birk take?", "Twenty minutes."),
      row(long, "Note: \(long.lowercased())."),
    ]
    let task = task([
      "how long does the crossing to Birk take\nTwenty minutes!", "How long does the crossing to Quarne take?\nForty.",
      "at nine, in the morning on every day but Sunday and on feasts", "crossing to Birk",
    ])
    let leaks: [LeakCheck.Leak] = LeakCheck().leaks(of: task, in: rows)
    let expected: [LeakCheck.Leak] = [
      LeakCheck.Leak(kind: .exact, example: 0, row: 1, share: 1),
      LeakCheck.Leak(kind: .exact, example: 2, row: 2, share: 1),
      LeakCheck.Leak(kind: .exact, example: 3, row: 1, share: 1),
    ]
    #expect(leaks == expected)
    #expect(LeakCheck().leaks(of: task, in: []).isEmpty)
  }

  @Test("counts runs of words: half of them is enough, less is not")
  func runs() {
    let rows = [row(long, "yes")]
    // 20 words of the row; 24 words have 12 runs of 13, of which 8 are the row's; 32 have 20.
    let half = long + " one two three four"
    let less = half + " five six seven eight nine ten eleven twelve"
    var check = LeakCheck()
    check.similarity = 1
    let leaks = check.leaks(of: task([half, less]), in: rows)
    #expect(leaks.map(\.example) == [0] && leaks[0].kind == .runs)
    #expect(abs((leaks.first?.share ?? 0) - 8.0 / 12) < 1e-12)
    check.share = 0.4
    #expect(check.leaks(of: task([half, less]), in: rows).map(\.example) == [0, 1])
    check.words = 25
    #expect(check.leaks(of: task([half]), in: rows).isEmpty)
  }

  @Test("finds an item of which a few words are others")
  func similar() {
    let near = long.replacing("harbour", with: "port")
    let items = task([near, "Something else altogether, with words of its own."])
    // 15 of the 21 triples that either has are in both.
    #expect(LeakCheck().leaks(of: items, in: [row(long, "")]).isEmpty)
    var check = LeakCheck()
    check.similarity = 0.7
    let leaks = check.leaks(of: items, in: [row(long, "")])
    #expect(leaks.map(\.example) == [0] && abs((leaks.first?.share ?? 0) - 15.0 / 21) < 1e-9)
    var strict = LeakCheck()
    (strict.share, strict.similarity) = (0.9, 0.6)
    #expect(strict.leaks(of: task([near]), in: [row("Who?", "me"), row(long, "")]).map(\.kind) == [.similar])
    #expect(strict.leaks(of: task([near]), in: [row("Who?", "me"), row(long, "")]).map(\.row) == [1])
  }

  @Test("reports what a model reaches with and without the leaks")
  func report() throws {
    let model = try SmallModel.make()
    var settings = TaskSettings()
    (settings.name, settings.request, settings.metrics, settings.answerTokens) = ("t", .generate, ["exact"], 2)
    let items = (0..<6).map { place in
      TaskItem(
        line: place + 1, prompt: "\(place)", targets: ["x"],
        material: place < 2 ? "known item \(place)" : "new \(place)")
    }
    let task = EvaluationTask(settings, items: items)
    var samples = try task.run(on: model).samples
    for place in samples.indices { samples[place].answer = place < 3 ? "x" : "y" }
    let result = TaskResult(settings, model: "m", samples: samples)
    let rows = [row("known item 0", ""), row("known item 1", "")]
    let report = LeakReport(task, rows: 2, leaks: LeakCheck().leaks(of: task, in: rows), results: [result])
    #expect(abs(report.share.value - 2.0 / 6) < 1e-12 && report.share.low > 0.09 && report.share.high < 0.71)
    let score = try #require(report.scores.first)
    #expect(score.all.value == 0.5 && score.leaked?.value == 1 && score.clean?.value == 0.25)
    let none = LeakReport(task, rows: 2, leaks: [], results: [result])
    #expect(none.scores[0].leaked == nil && none.scores[0].clean?.value == 0.5)
  }
}
