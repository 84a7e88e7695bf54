// `lectern experiments show`: one run, from its settings to what it answers.
import ArgumentParser
import Evaluation
import Experiments
import LessonDocuments
import Rendering
import StepRecords

struct RunShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one run: settings, curves, metrics, answers.")

  @Argument(help: ArgumentHelp("A run's folder.", valueName: "run"))
  var folder: String

  @Option(help: "Which validation rows are shown with their answers: worst, best or random.")
  var samples = SampleChoice.worst

  @Option(help: "How many of them.")
  var count = 3

  @Option(parsing: .unconditional, help: "Of a random choice.")
  var seed = 1

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if !(0...1000).contains(count) { throw ValidationError("--count \(count) is out of range: it is 0 to 1000") }
  }

  /// The JSON of `experiments show`.
  private struct ShowJSON: Encodable {
    var run: RunJSON
    /// Settings that differ from the defaults.
    var settings: [String: String]
    var validation: [CurvePoint]
    var samples: [RunSample]
  }

  func run() throws {
    let run = try RecordedRun.read(folder)
    switch format {
    case .json:
      let chosen = samples.chosen(
        from: run.samples, count: count, by: run.mainMetric,
        isLowerBetter: run.mainMetric.map(RunMeasure.isLowerBetter) ?? false, seed: seed)
      let settings = Dictionary(run.changedValues.map { ($0.key, $0.value) }) { $1 }
      StandardOutput.write(
        try ListFormat.line(
          ShowJSON(run: RunJSON(run), settings: settings, validation: run.validationCurve, samples: chosen)))
    case .text:
      let options = drawing.text()
      let picture = RunPicture(run: run, options: options)
      let answers = SamplesPicture(run, samples, count: count, seed: seed).lines(options)
      StandardOutput.write((picture.lines + (answers.isEmpty ? [] : [StyledLine()] + answers)).encoded(options))
    }
  }
}

extension SampleChoice: ExpressibleByArgument {}

extension RecordedRun {
  /// A run by the name on the command line.
  static func read(_ folder: String) throws -> RecordedRun {
    do { return try RecordedRun(RunFolder(folder)) } catch RunFolderError.notARun {
      throw UsageFailure(
        "\(folder.harmless) is no run: it holds no config.yaml and run.json; lectern experiments list shows the runs there "
          + "are")
    }
  }
}
