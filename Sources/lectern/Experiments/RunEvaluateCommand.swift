// `lectern experiments evaluate`: finished runs judged again, on any rows, by any metric.
import ArgumentParser
import Evaluation
import Experiments
import LessonDocuments
import Rendering
import StepRecords

struct RunEvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Judges finished runs again: on other rows, by other metrics.",
    discussion: "Several runs are judged on the same rows and compared with the first, row by row.")

  @Argument(help: ArgumentHelp("Finished runs' folders.", valueName: "run"))
  var folders: [String]

  @Option(help: ArgumentHelp("Rows to judge by. (default: the run's validation rows)", valueName: "file"))
  var data: String?

  @Option(help: ArgumentHelp("Metrics of the answers, as in exact,f1. (default: those of the run)", valueName: "names"))
  var metrics: String?

  @Option(help: "How many rows are answered at most. (default: as many as the run answered)")
  var rows: Int?

  @Option(help: "Which rows are shown with their answers: worst, best or random.")
  var samples = SampleChoice.worst

  @Option(help: "How many of them.")
  var count = 3

  @Option(help: "text, or json: an object for each run.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if folders.isEmpty { throw ValidationError("name the folder of a finished run") }
    if let rows, !(1...1_000_000).contains(rows) {
      throw ValidationError("--rows \(rows) is out of range: it is 1 to 1000000")
    }
    if !(0...1000).contains(count) { throw ValidationError("--count \(count) is out of range: it is 0 to 1000") }
    if let data, folders.count > 1, data.isEmpty { throw ValidationError("--data needs the name of a file") }
  }

  private struct EvaluationJSON: Encodable {
    var run: String
    var data: String
    var rows: Int
    var answered: Int
    var loss: Double
    var metrics: [String: Estimate]
  }

  func run() throws {
    let interrupt = try Interrupt()
    let names = metrics?.split(separator: ",").map { String($0.filter { $0 != " " }) }
    var evaluations: [RunEvaluation] = []
    for folder in folders {
      let run = try RecordedRun.read(folder)
      do {
        evaluations.append(
          try RunEvaluation(
            run, on: data ?? (evaluations.first?.run.folder.validationRows), metrics: names, rows: rows,
            shouldStop: { interrupt.cancellation.isCancelled }))
      } catch let error as RunProblems {
        throw UsageFailure(error.problems.map(\.description).joined(separator: "; "))
      }
    }
    switch format {
    case .json:
      for evaluation in evaluations {
        StandardOutput.write(
          try ListFormat.line(
            EvaluationJSON(
              run: evaluation.run.name, data: data ?? evaluations[0].run.folder.validationRows, rows: evaluation.rows,
              answered: evaluation.samples.count, loss: evaluation.loss, metrics: evaluation.metrics)))
      }
    case .text:
      let options = drawing.text()
      StandardOutput.write(lines(evaluations, options).encoded(options))
    }
  }

  private func lines(_ evaluations: [RunEvaluation], _ options: TextOptions) -> [StyledLine] {
    let numbers = RunNumbers(options)
    let measures = Set(evaluations.flatMap(\.metrics.keys)).sorted()
    let rows = evaluations.map { evaluation in
      [
        evaluation.run.name, numbers.count(evaluation.rows), numbers.count(evaluation.samples.count),
        numbers.number(evaluation.loss),
      ]
        + measures.map { evaluation.metrics[$0].map(numbers.estimate) ?? "" }
    }
    let table = TableRecord(columns: ["run", "rows", "answered", "loss"] + measures, rows: rows)
    var lines = RecordPicture.lines(
      for: Record(name: data ?? "validation rows", content: .table(table)), options: options)
    let said = RunEvaluation.statements(evaluations)
    lines += ComparisonPicture.statements(said.statements, said.refusals, options)
    for evaluation in evaluations {
      let metric = evaluation.metrics.keys.sorted().first
      let answers = SamplesPicture(evaluation.samples, by: metric, samples, count: count).lines(options)
      let name = evaluations.count > 1 ? [StyledLine(evaluation.run.name, TextStyle(underlined: true))] : []
      if !answers.isEmpty { lines += [StyledLine()] + name + answers }
    }
    return lines
  }
}
