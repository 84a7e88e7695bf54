// A long computation when it has ended: its figures, and the loss on the way.
import StepRecords

enum ProgressHTML {
  static func html(for history: [ProgressRecord], name: String) -> HTML {
    guard let latest = history.last else { return .empty }
    let facts = ProgressPicture.facts(latest, TextOptions())
    let record = Record(name: name, content: .progress(latest))
    let curve = picture(of: history, name: name)
    var content: [HTML] = []
    if latest.total > 0 {
      content.append(
        .element(
          "progress",
          [
            "max": "1", "value": SVG.length(ProgressPicture.share(latest)),
            "aria-label": RecordHTML.title(name, "progress"),
          ]))
    }
    if let curve { content.append(curve) }
    return RecordHTML.figure(record, kind: curve == nil ? "" : "loss by step", facts: facts, content)
  }

  /// The loss on the way; nil if it was not told at least twice.
  static func picture(of history: [ProgressRecord], name: String) -> HTML? {
    let points = history.compactMap { state in
      state.metrics["loss"].map { LineSeries.Point(x: Double(state.done), y: $0) }
    }
    guard points.count > 1, let first = points.first, let last = points.last else { return nil }
    let numbers = NumberText(TextOptions())
    let words = "loss from \(numbers.short(first.y)) to \(numbers.short(last.y))"
    return CurveSVG.picture(of: points, title: RecordHTML.title(name, "loss"), description: words)
  }
}
