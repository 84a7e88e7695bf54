// Two models on one task, in a table and in words.
import Evaluation
import LessonDocuments
import Rendering
import StepRecords

struct ModelComparisonPicture {
  private let comparison: ResultComparison
  private let results: (a: TaskResult, b: TaskResult)
  private let shown: Int
  private let options: TextOptions

  init(_ comparison: ResultComparison, _ a: TaskResult, _ b: TaskResult, shown: Int, options: TextOptions) {
    (self.comparison, results, self.shown, self.options) = (comparison, (a, b), shown, options)
  }

  /// Where a folder holds another model of the same name.
  private var names: (a: String, b: String) {
    comparison.a == comparison.b ? ("A", "B") : (options.oneLine(comparison.a), options.oneLine(comparison.b))
  }

  var lines: [StyledLine] {
    let title = "\(options.oneLine(comparison.task)): \(names.b) against \(names.a)"
    return StyledLine(title, TextStyle(bold: true)).wrapped(to: options.width)
      + RecordPicture.lines(for: Record(name: "measures", content: .table(table)), options: options)
      + [StyledLine()] + verdict.flatMap { StyledLine($0).wrapped(to: options.width) } + examples
  }

  private var table: TableRecord {
    let rows = comparison.measures.map { measure in
      [
        measure.metric, number(measure.a.value), number(measure.b.value), signed(measure.difference.value),
        "\(signed(measure.difference.low)) to \(signed(measure.difference.high))", pValue(measure.pValue),
      ]
    }
    return TableRecord(columns: ["measure", names.a, names.b, "change", "95 % interval", "p"], rows: rows)
  }

  /// By the main measure.
  private var verdict: [String] {
    guard let main = comparison.measures.first else {
      return ["No measure has a number for both, so nothing can be said."]
    }
    let examples = "\(comparison.examples) example\(comparison.examples == 1 ? "" : "s")"
    var sentences: [String] = []
    switch main.verdict {
    case .better: sentences.append("\(names.b) is better than \(names.a) by \(main.metric) on these \(examples).")
    case .worse: sentences.append("\(names.b) is worse than \(names.a) by \(main.metric) on these \(examples).")
    case .undecided:
      sentences.append(
        "By \(main.metric) on these \(examples) they cannot be told apart: the interval of the change holds 0.")
      sentences += further(main).map { [$0] } ?? []
    }
    if let p = main.mcNemar, let onlyA = main.onlyA, let onlyB = main.onlyB {
      sentences.append(
        "\(onlyA) \(onlyA == 1 ? "is" : "are") right only by \(names.a), \(onlyB) only by \(names.b): "
          + "McNemar's test gives p = \(pValue(p)).")
    }
    return sentences
  }

  private func further(_ measure: ResultComparison.Measure) -> String? {
    guard let further = measure.furtherExamples else {
      return measure.difference.value == 0 ? "There is no difference at all, so more examples are no promise." : nil
    }
    let count = further > 1_000_000 ? "More than a million" : "About \(NumberText(options).count(further))"
    return "\(count) more example\(further == 1 ? "" : "s") would tell, four times of five, if the change is what it "
      + "looks like."
  }

  private var examples: [StyledLine] {
    guard shown > 0, !comparison.differences.isEmpty else { return [] }
    let count = comparison.differences.count
    let metric = comparison.measures.first?.metric ?? ""
    var lines = [
      StyledLine(),
      StyledLine(
        "They differ in \(metric) on \(count) example\(count == 1 ? "" : "s")" + (count > shown ? ", such as" : ""),
        TextStyle(bold: true)),
    ]
    for difference in comparison.differences.prefix(shown) {
      let (a, b) = (results.a.samples[difference.example], results.b.samples[difference.example])
      let asked = a.prompt.isEmpty ? a.targets.first ?? "" : a.prompt
      lines.append(StyledLine("line \(a.line)", TaskResultPicture.quiet))
      lines += text("asked", "…" + String(asked.suffix(160)), cut: asked.count > 160)
      if !a.prompt.isEmpty { lines += text("is to be", a.targets.joined(separator: " | "), cut: true) }
      for (name, sample, score) in [(names.a, a, difference.a), (names.b, b, difference.b)] {
        lines += text(name, (sample.answer.map { "\($0)  " } ?? "") + "(\(number(score)))", cut: true)
      }
    }
    return lines
  }

  /// - Parameter cut: whether the ellipsis at the beginning of `text` stays.
  private func text(_ name: String, _ text: String, cut: Bool) -> [StyledLine] {
    let width = max(8, min(20, max(names.a.displayWidth, names.b.displayWidth)))
    let said = cut || !text.hasPrefix("…") ? text : String(text.dropFirst())
    let label = name.truncated(to: width, ellipsis: options.ellipsis).padded(to: width)
    return StyledLine(options.oneLine("  \(label)  ") + options.oneLine(said)).wrapped(
      to: options.width, indent: width + 4)
  }

  // MARK: Numbers

  private func number(_ value: Double) -> String { TaskResultPicture.number(value, options) }

  private func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + number(value) }

  private func pValue(_ value: Double) -> String {
    value < 0.001 ? "<0.001" : NumberText(options).fixed(value, decimals: 3)
  }
}
