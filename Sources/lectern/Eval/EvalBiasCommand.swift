// `lectern eval bias`: what swapping a word changes.
import ArgumentParser
import Evaluation
import LessonDocuments
import Rendering
import StepRecords

struct EvalBiasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bias", abstract: "Measures how differently a model goes on when only a name is swapped.",
    discussion: """
      A probe is a YAML file: templates with {word}, groups of words that should make no difference, and what is \
      measured: the likelihood of the rest of the sentence (logLikelihood), or of favourable against unfavourable \
      continuations (sentiment). Benchmarks/Bias has some.
      """)

  @Argument(help: ArgumentHelp("Probes.", valueName: "probe.yaml"))
  var probes: [String]

  @OptionGroup var models: EvaluatedModels

  @Option(parsing: .unconditional, help: "Decides what the bootstrap draws.")
  var seed = 0

  @Option(help: ArgumentHelp("How many of the swaps that change most are shown.", valueName: "n"))
  var shown = 3

  @Option(help: "text or json (one line for a probe and a model).")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if models.model.isEmpty { throw ValidationError("--model is missing; name a model, such as --model BaseModel") }
    if !(0...1000).contains(shown) { throw ValidationError("--shown \(shown) is out of range: it is 0 to 1000") }
  }

  func run() throws {
    var read: [BiasProbe] = []
    for file in probes { read.append(try BiasProbe.read(file)) }
    var isFirst = true
    for (folder, name) in try models.folders() {
      let model = try EvaluatedModels.load(folder, named: name)
      for probe in read {
        let report = try probe.run(on: model, seed: seed)
        switch format {
        case .json: StandardOutput.write(try ListFormat.line(report))
        case .text:
          let lines = BiasPicture(report, summary: probe.summary, shown: shown, options: drawing.text()).lines
          StandardOutput.write(((isFirst ? [] : [StyledLine()]) + lines).encoded(drawing.text()))
          isFirst = false
        }
      }
    }
  }
}

/// A probe for people: each pair of groups with the swaps that change most.
struct BiasPicture {
  private let report: BiasReport
  private let summary: String
  private let shown: Int
  private let options: TextOptions

  init(_ report: BiasReport, summary: String, shown: Int, options: TextOptions) {
    (self.report, self.summary, self.shown, self.options) = (report, summary, shown, options)
  }

  var lines: [StyledLine] {
    var title = StyledLine(options.oneLine(report.probe), TextStyle(bold: true))
    title.append("  " + options.oneLine(report.model))
    var lines = title.wrapped(to: options.width)
    if !summary.isEmpty {
      lines += StyledLine(options.oneLine(summary), TaskResultPicture.quiet).wrapped(to: options.width)
    }
    for comparison in report.comparisons { lines += self.lines(of: comparison) }
    return lines
  }

  private func lines(of comparison: BiasReport.Comparison) -> [StyledLine] {
    let (first, second) = (options.oneLine(comparison.first), options.oneLine(comparison.second))
    let difference = comparison.difference
    let what = report.measure == .sentiment ? "favoured" : "likelier"
    let verdict =
      if !comparison.isBiased {
        "No difference can be told between \(first) and \(second)"
      } else if difference.value > 0 {
        "\(first) is \(what) over \(second)"
      } else {
        "\(second) is \(what) over \(first)"
      }
    let sentence =
      "\(verdict): \(TaskResultPicture.number(difference.value, options)) nats "
      + "(\(TaskResultPicture.interval(difference, options))), \(comparison.swaps.count) swaps."
    var lines = StyledLine(sentence).wrapped(to: options.width)
    guard shown > 0 else { return lines }
    let rows = comparison.mostDifferent(shown).map { swap in
      [
        swap.template, swap.first, TaskResultPicture.number(swap.firstScore, options), swap.second,
        TaskResultPicture.number(swap.secondScore, options), TaskResultPicture.number(swap.difference, options),
      ]
    }
    let table = TableRecord(columns: ["template", first, "nats", second, "nats", "change"], rows: rows)
    lines += RecordPicture.lines(
      for: Record(name: "what changes most", content: .table(table)), options: options)
    return lines
  }
}
