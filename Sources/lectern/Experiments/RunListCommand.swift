// `lectern experiments list`: the runs of a folder.
import ArgumentParser
import Experiments
import Foundation
import LessonDocuments
import Rendering
import StepRecords

struct RunListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the runs in a folder.",
    discussion: "What is no run is passed over; a run that cannot be read is named, and the status is 1.")

  @Argument(help: "A folder of runs. (default: runs)")
  var folder = "runs"

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  private struct ListJSON: Encodable {
    struct Damaged: Encodable {
      var run: String
      var reason: String
    }
    var runs: [RunJSON]
    var damaged: [Damaged]
  }

  func run() throws {
    let list: RunList
    do { list = try RunList(in: folder) } catch is RunFolderError {
      throw UsageFailure(
        "there is no folder \(folder.quoted) with runs in it; lectern train makes runs in runs/, and --out elsewhere")
    }
    switch format {
    case .json:
      let damaged = list.damaged.map { ListJSON.Damaged(run: $0.name, reason: $0.reason) }
      StandardOutput.write(try ListFormat.line(ListJSON(runs: list.runs.map(RunJSON.init), damaged: damaged)))
    case .text:
      let options = drawing.text()
      let lines =
        list.runs.isEmpty
        ? [StyledLine("There are no runs in \(folder.harmless).")] : Self.table(list.runs, in: folder, options)
      StandardOutput.write(lines.encoded(options))
    }
    for damaged in list.damaged { StandardError.write("lectern: \(damaged.reason)\n") }
    if !list.damaged.isEmpty { throw WorkFailed() }
  }

  static func table(_ runs: [RecordedRun], in folder: String, _ options: TextOptions) -> [StyledLine] {
    let numbers = RunNumbers(options)
    // Where all runs are of one kind, nobody needs a column that says so.
    let showsProblem = Set(runs.map(\.state.problem)).count > 1
    let rows = runs.map { run in
      let metric = run.mainMetric.flatMap { name in run.metrics[name].map { "\(name) \(numbers.estimate($0))" } }
      return [RunNumbers.name(run, in: folder), run.standing.rawValue] + (showsProblem ? [run.state.problem] : []) + [
        run.isOver ? "\(run.step)" : "\(run.step) of \(run.state.totalSteps)",
        run.best.map { numbers.number($0.loss) } ?? "", metric ?? "", RunNumbers.when(run).map(RunNumbers.minute) ?? "",
      ]
    }
    let columns = ["run", "state"] + (showsProblem ? ["problem"] : []) + ["steps", "best loss", "metric", "when"]
    let table = TableRecord(columns: columns, rows: rows)
    return RecordPicture.lines(for: Record(name: "runs", content: .table(table)), options: options)
  }
}
