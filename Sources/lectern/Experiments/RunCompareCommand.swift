// `lectern experiments compare`: runs beside each other, and which differences are none.
import ArgumentParser
import Evaluation
import Experiments
import Rendering
import StepRecords

struct RunCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compares runs: settings, curves, metrics, and what can be said of them.",
    discussion: """
      The first run is the one that the others are compared with, row by row, on the validation rows that both answered. \
      Runs that were judged on different rows are not compared.
      """)

  @Argument(help: ArgumentHelp("Runs' folders, two or more.", valueName: "run"))
  var folders: [String]

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if folders.count < 2 { throw ValidationError("a comparison needs two runs or more; name their folders") }
    if Set(folders.map { RunFolder($0).path }).count < folders.count {
      throw ValidationError("a run is named twice; name each once")
    }
  }

  func run() throws {
    let comparison = RunComparison(try folders.map { try RecordedRun.read($0) })
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(ComparisonJSON(comparison)))
    case .text:
      let options = drawing.text()
      StandardOutput.write(ComparisonPicture(comparison: comparison, options: options).lines.encoded(options))
    }
  }
}

/// The JSON of `experiments compare`.
struct ComparisonJSON: Encodable {
  struct Difference: Encodable {
    var key: String
    var values: [String?]
  }

  struct Statement: Encodable {
    var run: String
    var baseline: String
    var measure: String
    var difference: Estimate
    var rows: Int
    /// better, worse, cannotBeToldApart
    var verdict: String
  }

  var runs: [RunJSON]
  var differences: [Difference]
  var statements: [Statement]
  var refusals: [String]

  init(_ comparison: RunComparison) {
    runs = comparison.runs.map(RunJSON.init)
    differences = comparison.differences.map { Difference(key: $0.key, values: $0.values) }
    statements = comparison.statements.map {
      Statement(
        run: $0.run, baseline: $0.baseline, measure: $0.measure, difference: $0.difference, rows: $0.rows,
        verdict: $0.verdict.rawValue)
    }
    refusals = comparison.refusals
  }
}
