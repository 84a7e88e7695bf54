// Curves with error bars, or points of several kinds, drawn with dots.
import StepRecords

public enum ChartPicture {
  public static func lines(for chart: ChartRecord, name: String, options: TextOptions) -> [StyledLine] {
    var head = PictureLayout.headerName(name, options)
    if !chart.yTitle.isEmpty {
      head.append((head.spans.isEmpty ? "" : "  ") + options.oneLine(chart.yTitle), PictureStyle.quiet)
    }
    var picture = LineChart(
      series: chart.series.indices.map { series(chart, $0) }, xTitle: chart.xTitle, height: chart.isJoined ? 12 : 16)
    picture.xLabels = chart.xLabels
    if chart.xLabels.count > 1 { picture.xRange = -0.1...Double(chart.xLabels.count - 1) + 0.1 }
    return ((head.spans.isEmpty ? [] : [head]) + picture.lines(options: options)).fitted(options)
  }

  /// The points of a series in the order in which a line goes through them. Breaks are points that are not finite:
  /// between points that are not joined, and round each error bar.
  private static func series(_ chart: ChartRecord, _ index: Int) -> LineSeries {
    let series = chart.series[index]
    let shift = chart.shift(ofSeries: index)
    let end = LineSeries.Point(x: .nan, y: .nan)
    var points: [LineSeries.Point] = []
    for (x, y) in zip(series.x, series.y) {
      points.append(.init(x: x + shift, y: y))
      if !chart.isJoined { points.append(end) }
    }
    if series.hasBars {
      for ((x, lower), upper) in zip(zip(series.x, series.lower), series.upper) {
        points += [end, .init(x: x + shift, y: lower), .init(x: x + shift, y: upper)]
      }
    }
    return LineSeries(name: series.name, points: points)
  }
}
