// `lectern eval score`: predictions against references.
import ArgumentParser
import Evaluation
import Foundation
import LessonDocuments
import Rendering
import StepRecords

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Scores predictions against what they should be.",
    discussion: """
      Both are files of one text a line. BLEU and chrF are 0 to 100 as sacrebleu reports them, all others what their \
      packages report, mostly 0 to 1. The interval holds the score of the whole in 95 of 100 cases. 'lectern eval \
      score --list' explains the metrics.
      """)

  @Option(help: ArgumentHelp("One, or several with commas between: \(TextMetrics.names.joined(separator: ", "))."))
  var metric: String?

  @Option(help: ArgumentHelp("What was answered, one text a line.", valueName: "file"))
  var predictions: String?

  @Option(
    help: ArgumentHelp(
      "What should be, a line for each prediction; given again, what else would be right.", valueName: "file"))
  var references: [String] = []

  @Option(help: "How many of the worst rows are shown.")
  var worst = 5

  @Option(help: "Decides which rows the bootstrap draws.")
  var seed = 0

  @Flag(help: "Explains the metrics.")
  var list = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if list { return }
    if metric == nil { throw ValidationError("--metric is missing; name one, such as --metric exact") }
    if predictions == nil { throw ValidationError("--predictions is missing; name a file of one text a line") }
    if references.isEmpty { throw ValidationError("--references is missing; name a file of one text a line") }
    if !(0...1000).contains(worst) { throw ValidationError("--worst \(worst) is out of range: it is 0 to 1000") }
  }

  func run() throws {
    let options = drawing.text()
    if list {
      return StandardOutput.write(ScorePicture.list(options: options).encoded(options))
    }
    let metrics = try chosenMetrics()
    let pairs = try readPairs()
    try check(pairs, for: metrics)
    let scores = metrics.map { $0.measured(pairs, seed: seed) }
    switch format {
    case .json: for score in scores { StandardOutput.write(try ListFormat.line(ScoreJSON(score))) }
    case .text:
      let picture = ScorePicture(scores, pairs: pairs, worst: worst, options: options)
      StandardOutput.write(picture.lines.encoded(options))
    }
  }

  private func chosenMetrics() throws -> [any TextMetric] {
    let names = (metric ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    guard !names.isEmpty else { throw UsageFailure("--metric names none; name one, such as --metric exact") }
    do { return try names.map { try TextMetrics.named($0) } } catch { throw UsageFailure("\(error)") }
  }

  private func readPairs() throws -> [TextPair] {
    let path = predictions ?? ""
    let predicted = try TextLines.read(path)
    let known = try references.map { file in
      let lines = try TextLines.read(file)
      guard lines.count == predicted.count else {
        throw UsageFailure(
          "\(path.harmless) has \(counted(predicted.count)) and \(file.harmless) has \(counted(lines.count)); each "
            + "prediction needs the reference in the same line")
      }
      return lines
    }
    return predicted.indices.map { row in (predicted[row], known.map { $0[row] }) }
  }

  /// Names the first rows that a metric cannot measure.
  private func check(_ pairs: [TextPair], for metrics: [any TextMetric]) throws {
    for metric in metrics {
      let problems = pairs.enumerated().compactMap { row, pair in
        metric.problem(with: pair).map { "line \(row + 1): \($0)" }
      }
      guard let first = problems.first else { continue }
      let more = problems.count > 1 ? "; so it is with \(problems.count - 1) more" : ""
      throw UsageFailure("\(first)\(more)")
    }
  }

  private func counted(_ lines: Int) -> String { "\(lines) line\(lines == 1 ? "" : "s")" }
}

/// The JSON of `eval score`, one line a metric. A score that there is none of, such as a correlation with a number that
/// never changes, is null.
private struct ScoreJSON: Encodable {
  struct Number: Encodable {
    var value: Double

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if value.isFinite { try container.encode(value) } else { try container.encodeNil() }
    }
  }
  var metric: String
  var score: Number
  /// The ends of the 95 % interval.
  var low: Number
  var high: Number
  var perRow: [Number]

  init(_ score: MetricScore) {
    metric = score.metric.name
    self.score = Number(value: score.estimate.value)
    (low, high) = (Number(value: score.estimate.low), Number(value: score.estimate.high))
    perRow = score.perRow.map(Number.init)
  }
}
