// Validation rows with what a model answered: what was asked, what was right, what it said.
import Experiments
import Rendering

struct SamplesPicture {
  let samples: [RunSample]
  /// "worst of 50 validation rows"
  let title: String

  private static let indent = 10
  private static let mostLines = 4

  /// - Parameter choice: the samples are chosen from those of the run.
  init(_ run: RecordedRun, _ choice: SampleChoice, count: Int, seed: Int = 1) {
    self.init(run.samples, by: run.mainMetric, choice, count: count, seed: seed)
  }

  init(_ all: [RunSample], by metric: String?, _ choice: SampleChoice, count: Int, seed: Int = 1) {
    let metric = metric.flatMap { name in all.contains { $0.scores[name] != nil } ? name : nil }
    samples = choice.chosen(
      from: all, count: count, by: metric, isLowerBetter: metric.map(RunMeasure.isLowerBetter) ?? false, seed: seed)
    let name = choice == .random ? "some" : choice.rawValue
    title = "\(name) of \(all.count) answered validation rows" + (choice == .random ? "" : " by \(metric ?? "loss")")
  }

  func lines(_ options: TextOptions) -> [StyledLine] {
    guard !samples.isEmpty else { return [] }
    let numbers = RunNumbers(options)
    var lines = StyledLine(title, TextStyle(bold: true)).wrapped(to: options.width)
    for sample in samples {
      let scores = sample.scores.sorted { $0.key < $1.key }.map { "\($0.key) \(numbers.number($0.value))" }
      let facts = (["loss \(numbers.number(sample.loss))"] + scores).joined(separator: ", ")
      lines += StyledLine("row \(sample.row): \(facts)", StepDrawing.quiet).wrapped(to: options.width)
      let isRight = sample.answer == sample.expected
      lines += part("asked", sample.prompt, TextStyle(), options)
      lines += part("right", sample.expected, TextStyle(), options)
      lines += part(
        "said", isRight ? "the same" : sample.answer, isRight ? StepDrawing.quiet : TextStyle(bold: true), options)
    }
    return lines
  }

  private func part(_ name: String, _ text: String, _ style: TextStyle, _ options: TextOptions) -> [StyledLine] {
    let head = StyledLine("  " + name.padded(to: Self.indent - 2), StepDrawing.quiet)
    let shown = text.isEmpty ? "(nothing)" : options.oneLine(text)
    var wrapped = (head + StyledLine(shown, text.isEmpty ? StepDrawing.quiet : style))
      .wrapped(to: options.width, indent: Self.indent)
    if wrapped.count > Self.mostLines {
      wrapped = Array(wrapped.prefix(Self.mostLines))
      wrapped[Self.mostLines - 1].append(" " + options.ellipsis, StepDrawing.quiet)
    }
    return wrapped.fitted(options)
  }
}

extension SampleChoice {
  /// As an argument of the command line.
  static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
