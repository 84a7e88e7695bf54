// What `lectern data prepare` says while it works: each step as soon as it is done, and how it ended.
import DataPreparation
import LessonDocuments
import Rendering
import StepRecords
import SystemTools

struct PrepareReport {
  private let options: TextOptions
  /// Whether standard output is for people; else it is kept for JSON.
  private let isShown: Bool
  private let report: RunReport

  init(_ options: TextOptions, isShown: Bool) {
    self.options = options
    self.isShown = isShown
    report = RunReport(width: options.width)
  }

  /// A name alone is a step as it is by default, so this is the whole of it.
  func show(default recipe: Recipe) {
    write(["No recipe was given, so this is the default one; 'lectern data recipe' explains it.", "", "steps:"])
    for step in recipe.steps { write(["  # \(type(of: step).summary)", "  - \(type(of: step).name)"]) }
    write([""])
  }

  func whileReading<Result>(_ work: ((_ done: Int, _ total: Int) -> Void) -> Result) -> Result {
    var progress = ProgressDisplay(options: options)
    let start = ContinuousClock.now
    let result = work { done, total in
      guard total > 1 else { return }
      progress.show(
        ProgressRecord(done: done, total: total, metrics: [:], seconds: (ContinuousClock.now - start).seconds),
        name: "documents")
    }
    progress.end()
    return result
  }

  func begin(_ input: DataSources) {
    write(input.notes.map { "Note: \($0)." })
    write([counted(input.rows.count, "row") + " from " + counted(input.sources.count, "file"), ""] + report.heading)
  }

  func show(_ step: StepReport) { write(report.lines(step)) }

  func end(_ run: RecipeRun, _ split: RowSplit, of recipe: Recipe, folder: String) {
    write(report.samples(run.steps))
    write([
      "",
      "\(folder.harmless): \(counted(run.rows.count, "row")), of which \(split.train.count) to train on, \(split.validation.count) to "
        + "watch training, \(split.test.count) to test",
    ])
    let lacksTest = split.test.isEmpty && recipe.test > 0
    let lacksValidation = split.validation.isEmpty && recipe.validation > 0
    if !run.rows.isEmpty, lacksTest || lacksValidation {
      write(["No rows could be held out for each part without tearing a document apart; give more documents."])
    }
    if run.rows.isEmpty {
      let isEmptyFromTheStart = run.steps.first?.rowsIn ?? 0 == 0
      write([
        isEmptyFromTheStart ? "There was nothing to make rows from." : "No rows are left: the steps above say why."
      ])
    }
    write(["How they were made: \(folder.harmless)/card.md"])
  }

  func show(failures: [DataCard.Failure]) {
    for failure in failures { StandardError.write("lectern: \(failure.file.harmless): \(failure.reason)\n") }
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func write(_ lines: [String]) {
    guard isShown else { return }
    let styled = lines.flatMap { $0.isEmpty ? [StyledLine()] : StyledLine($0).wrapped(to: options.width) }
    StandardOutput.write(styled.encoded(options))
  }
}
