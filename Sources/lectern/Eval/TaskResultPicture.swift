// What a model reached on a task, for people: each measure with its interval.
import Evaluation
import Rendering
import StepRecords

enum TaskResultPicture {
  static let quiet = TextStyle(dim: true)

  static func lines(_ result: TaskResult, summary: String, _ options: TextOptions) -> [StyledLine] {
    var title = StyledLine(options.oneLine(result.task), TextStyle(bold: true))
    title.append("  " + options.oneLine(result.model))
    var facts = ["\(result.examples) example\(result.examples == 1 ? "" : "s")"]
    if let chance = result.chance { facts.append("guessing reaches \(number(chance, options))") }
    var lines = title.wrapped(to: options.width)
    if !summary.isEmpty { lines += StyledLine(options.oneLine(summary), quiet).wrapped(to: options.width) }
    lines += StyledLine(facts.joined(separator: ", "), quiet).wrapped(to: options.width)
    let names = [result.mainMetric] + result.metrics.keys.filter { $0 != result.mainMetric }.sorted()
    let rows = names.compactMap { name in
      result.metrics[name].map { [name, number($0.value, options), interval($0, options)] }
    }
    let width = rows.map { $0[0].count }.max() ?? 0
    let valueWidth = rows.map { $0[1].count }.max() ?? 0
    for (place, row) in rows.enumerated() {
      let name = row[0] + String(repeating: " ", count: width - row[0].count)
      let value = String(repeating: " ", count: valueWidth - row[1].count) + row[1]
      var line = StyledLine("  \(name)  \(value)", place == 0 ? TextStyle(bold: true) : TextStyle())
      line.append("   \(row[2])", quiet)
      lines.append(line.truncated(to: options.width, ellipsis: options.ellipsis))
    }
    for (name, reason) in result.unmeasured.sorted(by: { $0.key < $1.key }) {
      lines += StyledLine("  \(name)  not measured: \(options.oneLine(reason))", StepDrawing.marked)
        .wrapped(to: options.width, indent: 2)
    }
    return lines + cutNote(result, options)
  }

  private static func cutNote(_ result: TaskResult, _ options: TextOptions) -> [StyledLine] {
    guard result.cutPrompts > 0 else { return [] }
    let many =
      result.cutPrompts == 1
      ? "1 prompt is longer than the model's context, and its beginning was"
      : "\(result.cutPrompts) prompts are longer than the model's context, and their beginnings were"
    return StyledLine("  \(many) not read; take fewer examples, or a model with a longer context", StepDrawing.marked)
      .wrapped(to: options.width, indent: 2)
  }

  static func number(_ value: Double, _ options: TextOptions) -> String {
    abs(value) < 10 ? NumberText(options).fixed(value, decimals: 3) : NumberText(options).short(value)
  }

  /// `0.712 to 0.843`
  static func interval(_ estimate: Estimate, _ options: TextOptions) -> String {
    "\(number(estimate.low, options)) to \(number(estimate.high, options))"
  }
}
