// A chart in words, for those who do not see it.
import StepRecords

enum ChartText {
  /// At most three digits after the point.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    let rounded = (value * 1000).rounded() / 1000
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  static func words(for chart: ChartRecord) -> String {
    let axes = [chart.yTitle, chart.xTitle].filter { !$0.isEmpty }.joined(separator: " over ")
    let series = chart.series.map { "\($0.name): " + (chart.isJoined ? curve($0, chart) : points($0)) }
    let subject = (chart.isJoined ? "curves" : "points") + (axes.isEmpty ? "" : " of \(axes)")
    return "\(subject); " + series.joined(separator: "; ")
  }

  private static func curve(_ series: ChartRecord.Series, _ chart: ChartRecord) -> String {
    zip(series.x, series.y).enumerated().prefix(30).map { place, point in
      let x = chart.xLabels.indices.contains(place) ? chart.xLabels[place] : number(point.0)
      let bar = series.hasBars ? " ± \(number((series.upper[place] - series.lower[place]) / 2))" : ""
      return "\(number(point.1))\(bar) at \(x)"
    }.joined(separator: ", ") + (series.x.count > 30 ? " …" : "")
  }

  private static func points(_ series: ChartRecord.Series) -> String {
    guard !series.x.isEmpty else { return "none" }
    func span(_ values: [Double]) -> String {
      "\(number(values.min() ?? 0)) to \(number(values.max() ?? 0)), mean "
        + number(values.reduce(0, +) / Double(values.count))
    }
    return "\(series.x.count) points, across \(span(series.x)), up \(span(series.y))"
  }
}
