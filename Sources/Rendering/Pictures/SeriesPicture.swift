// A value logged again and again: one line with a sparkline, and a chart when there is enough to see.
import StepRecords

public enum SeriesPicture {
  /// Series at least this long get a chart.
  static let chartCount = 20

  public static func lines(for series: SeriesRecord, name: String, options: TextOptions) -> [StyledLine] {
    lines(for: series, name: name, chartHeight: 9, options: options)
  }

  /// - Parameter chartHeight: rows of the curve.
  static func lines(
    for series: SeriesRecord, name: String, chartHeight: Int, options: TextOptions
  ) -> [StyledLine] {
    let points = LineSeries.points(of: series)
    let facts = facts(series, options).map { PictureLayout.fact(label: $0.label, value: $0.value) }
    let headName = PictureLayout.headerName(name, options)
    let isFlat = series.minimum == series.maximum && points.allSatisfy(\.y.isFinite)
    guard !isFlat, series.count > 1 else {
      return PictureLayout.flow([headName] + facts, options: options).fitted(options)
    }

    let used = facts.reduce(headName.displayWidth + 2) { $0 + $1.displayWidth + 2 }
    let room = options.width - used
    let spark = Sparkline.text(points.map(\.y), width: min(40, room >= 8 ? room : options.width / 3), options)
    let header = PictureLayout.flow([headName, StyledLine(spark, PictureStyle.accent)] + facts, options: options)
    guard series.count >= chartCount, points.count >= chartCount / 2 else { return header.fitted(options) }
    let chart = LineChart(
      series: [LineSeries(name: name, points: points)], height: chartHeight,
      isLogarithmic: LineChart.spanDecades(points.map(\.y)))
    return (header + chart.lines(options: options)).fitted(options)
  }

  /// How many values, and what they say in numbers; the sparkline and the curve have none of their own.
  static func facts(_ series: SeriesRecord, _ options: TextOptions) -> [(label: String, value: String)] {
    let text = NumberText(options)
    var facts = [("", text.counted(series.count, "value"))]
    let broken = series.values.firstIndex { !$0.isFinite }
    if series.count < 2 || (series.minimum == series.maximum && broken == nil) {
      return facts + [(series.count > 1 ? "all" : "", text.short(series.last))]
    }
    if let first = series.values.first { facts.append(("first", text.short(first))) }
    facts.append(("last", text.short(series.last)))
    if series.count > 2 {
      facts += [("min", text.short(series.minimum)), ("max", text.short(series.maximum))]
    }
    if let broken {
      let number = broken.multipliedReportingOverflow(by: max(series.stride, 1))
      if !number.overflow { facts.append(("not finite from value", text.count(number.partialValue))) }
    }
    return facts
  }
}

extension LineSeries {
  /// The values a record holds at their numbers from 0, ending with its last.
  static func points(of series: SeriesRecord) -> [Point] {
    let stride = Double(max(series.stride, 1))
    var points = series.values.enumerated().map { Point(x: Double($0) * stride, y: $1) }
    let end = Double(series.count) - 1
    if points.last.map({ $0.x < end }) ?? (series.count > 0) { points.append(Point(x: end, y: series.last)) }
    return points
  }
}
