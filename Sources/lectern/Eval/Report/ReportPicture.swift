// A report on the terminal: what each model reached, how sure it was of it, and what was voted.
import Evaluation
import Rendering
import StepRecords

struct ReportPicture {
  private let report: EvaluationReport
  private let options: TextOptions

  init(_ report: EvaluationReport, options: TextOptions) { (self.report, self.options) = (report, options) }

  var lines: [StyledLine] {
    var blocks = [SuitePicture(report.ranking, options: options).lines]
    if let map = Self.map(report) { blocks.append(map.lines(name: "main measure of each task", options: options)) }
    for task in report.tasks {
      if let chart = Self.reliability(report, task) {
        blocks.append(ChartPicture.lines(for: chart, name: "reliability on \(task)", options: options))
      }
    }
    if let arena = report.arena { blocks.append(ArenaPicture(arena, options: options).lines) }
    return Array(blocks.filter { !$0.isEmpty }.joined(separator: [StyledLine()]))
  }

  /// Tasks by models; nil if no task is measured by a share.
  static func map(_ report: EvaluationReport) -> ShareMap? {
    let tasks = report.sharedTasks
    guard !tasks.isEmpty else { return nil }
    let values = tasks.map { task in report.models.map { report.share(task, $0) } }
    return ShareMap(
      rowLabels: tasks, columnLabels: report.models, values: values,
      missing: values.joined().contains { $0 == nil } ? "not measured" : "")
  }

  /// A curve for each model; nil for tasks without choices.
  static func reliability(_ report: EvaluationReport, _ task: String) -> ChartRecord? {
    let curves = report.models.compactMap { model in report.calibration(task, model).map { (model, $0.curve) } }
    guard !curves.isEmpty else { return nil }
    let ideal = ChartRecord.Series(name: "as sure as right", x: [0, 1], y: [0, 1])
    // The intervals of several models would cover each other.
    let hasBars = curves.count == 1
    let series = curves.map { model, curve in
      ChartRecord.Series(
        name: model, x: curve.confidence, y: curve.accuracy, lower: hasBars ? curve.low : [],
        upper: hasBars ? curve.high : [])
    }
    return ChartRecord(
      series: [ideal] + series, isJoined: true, xTitle: "probability of the picked choice", yTitle: "share right")
  }
}
