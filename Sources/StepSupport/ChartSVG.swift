// A chart as SVG: an image that stands for itself, on light ground.
import StepRecords

struct ChartSVG {
  private static let (width, height) = (720.0, 320.0)
  /// Those of the terminal's curves.
  private static let colors = ["#0078e1", "#cd6e00", "#009669", "#cd5fa5", "#5f87af", "#af5f00"]
  private static let quiet = "#595d63"

  private let chart: ChartRecord
  private let x, y: ChartAxis
  private let left = 60.0, right = 708.0, top: Double, bottom = 274.0

  init(_ chart: ChartRecord) {
    self.chart = chart
    let across = chart.series.indices.flatMap { index in
      chart.series[index].x.map { $0 + chart.shift(ofSeries: index) }
    }
    x = ChartAxis(across, labels: chart.xLabels)
    y = ChartAxis(chart.series.flatMap { $0.y + $0.lower + $0.upper }, labels: [])
    top = 34 + (chart.yTitle.isEmpty ? 0 : 18)
  }

  var source: String {
    let head =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.length(Self.width)) \(Self.length(Self.height))\" "
      + "width=\"\(Self.length(Self.width))\" height=\"\(Self.length(Self.height))\" font-family=\"ui-monospace,Menlo,"
      + "Consolas,monospace\" font-size=\"12\"><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>"
    return head + axes + chart.series.indices.map { series($0) + legend($0) }.joined() + "</svg>"
  }

  private func across(_ value: Double) -> Double { left + x.position(value) * (right - left) }
  private func down(_ value: Double) -> Double { bottom - y.position(value) * (bottom - top) }

  private var axes: String {
    var parts: [String] = []
    for (value, label) in y.ticks {
      parts.append(line(left, down(value), right, down(value), "#d6d9de", 1))
      parts.append(text(label, left - 6, down(value) + 4, anchor: "end", Self.quiet))
    }
    for (value, label) in x.ticks {
      parts.append(line(across(value), bottom, across(value), bottom + 4, Self.quiet, 1))
      parts.append(text(label, across(value), bottom + 18, anchor: "middle", Self.quiet))
    }
    parts.append(text(chart.xTitle, (left + right) / 2, bottom + 38, anchor: "middle", Self.quiet))
    parts.append(text(chart.yTitle, left, 38, anchor: "start", Self.quiet))
    return parts.joined()
  }

  private func series(_ index: Int) -> String {
    let series = chart.series[index]
    let color = Self.colors[index % Self.colors.count]
    let shift = chart.shift(ofSeries: index)
    var (parts, places): ([String], [String]) = ([], [])
    for (place, point) in zip(series.x, series.y).enumerated() where point.0.isFinite && point.1.isFinite {
      let (px, py) = (across(point.0 + shift), down(point.1))
      places.append("\(Self.length(px)),\(Self.length(py))")
      parts.append(mark(index, px, py, color))
      guard series.hasBars, series.lower.indices.contains(place) else { continue }
      let (low, high) = (down(series.lower[place]), down(series.upper[place]))
      parts.append(line(px, low, px, high, color, 1.5))
      parts += [low, high].map { line(px - 4, $0, px + 4, $0, color, 1.5) }
    }
    if chart.isJoined {
      parts.append(
        "<polyline points=\"\(places.joined(separator: " "))\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"2\"/>")
    }
    return parts.joined()
  }

  /// Names stand in a row above the chart.
  private func legend(_ index: Int) -> String {
    let color = Self.colors[index % Self.colors.count]
    let start = left + chart.series.prefix(index).reduce(0.0) { $0 + Double($1.name.count) * 7.3 + 34 }
    return mark(index, start, 14, color) + text(chart.series[index].name, start + 10, 18, anchor: "start", "#1d1d1f")
  }

  /// A form for each series, so that colour is not the only sign: disc, square, triangle, ring.
  private func mark(_ index: Int, _ x: Double, _ y: Double, _ color: String) -> String {
    let (cx, cy) = (Self.length(x), Self.length(y))
    switch index % 4 {
    case 0: return "<circle cx=\"\(cx)\" cy=\"\(cy)\" r=\"3.5\" fill=\"\(color)\"/>"
    case 1:
      return
        "<rect x=\"\(Self.length(x - 3.5))\" y=\"\(Self.length(y - 3.5))\" width=\"7\" height=\"7\" fill=\"\(color)\"/>"
    case 2:
      let corners = [(x, y - 4.5), (x - 4.5, y + 3.5), (x + 4.5, y + 3.5)]
      let points = corners.map { "\(Self.length($0.0)),\(Self.length($0.1))" }.joined(separator: " ")
      return "<polygon points=\"\(points)\" fill=\"\(color)\"/>"
    default:
      return "<circle cx=\"\(cx)\" cy=\"\(cy)\" r=\"3.5\" fill=\"#ffffff\" stroke=\"\(color)\" stroke-width=\"2\"/>"
    }
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: String, _ width: Double) -> String
  {
    "<line x1=\"\(Self.length(x1))\" y1=\"\(Self.length(y1))\" x2=\"\(Self.length(x2))\" y2=\"\(Self.length(y2))\" "
      + "stroke=\"\(color)\" stroke-width=\"\(Self.length(width))\"/>"
  }

  private func text(_ text: String, _ x: Double, _ y: Double, anchor: String, _ color: String) -> String {
    guard !text.isEmpty else { return "" }
    let safe = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    return
      "<text x=\"\(Self.length(x))\" y=\"\(Self.length(y))\" text-anchor=\"\(anchor)\" fill=\"\(color)\">\(safe)</text>"
  }

  /// At most two digits after the point; what is not finite is 0.
  private static func length(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    return ChartText.number((value * 100).rounded() / 100)
  }
}

/// The range of an axis and its round numbers.
struct ChartAxis {
  let range: ClosedRange<Double>
  let ticks: [(value: Double, label: String)]

  /// - Parameter labels: what stands at 0, 1, 2 …; empty: numbers 1, 2 or 5 × 10ⁿ apart.
  init(_ values: [Double], labels: [String]) {
    let finite = values.filter { $0.isFinite && abs($0) < 1e12 }
    let (lowest, highest) = (finite.min() ?? 0, finite.max() ?? 1)
    let margin = highest > lowest ? (highest - lowest) * 0.04 : max(abs(lowest) * 0.1, 0.5)
    let range = lowest - margin...highest + margin
    self.range = range
    guard labels.isEmpty else {
      ticks = labels.enumerated().map { (Double($0), $1) }
      return
    }
    var step = 1e-9
    let factors = [2.0, 2.5, 2.0]
    var number = 0
    while (range.upperBound - range.lowerBound) / step > 7 {
      step *= factors[number % 3]
      number += 1
    }
    let (first, last) = ((range.lowerBound / step).rounded(.up), (range.upperBound / step).rounded(.down))
    ticks = stride(from: first, through: max(first, last), by: 1).map { ($0 * step, ChartText.number($0 * step)) }
  }

  func position(_ value: Double) -> Double {
    (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }
}
