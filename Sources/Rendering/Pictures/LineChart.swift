// Curves over a common axis, drawn with dots.

/// A curve: points in the order they are joined. A point that is not finite breaks the curve.
public struct LineSeries: Equatable, Sendable {
  public struct Point: Equatable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }
  public var name: String
  public var points: [Point]

  public init(name: String, points: [Point]) {
    self.name = name
    self.points = points
  }

  /// `values[i]` at x = i.
  public init(name: String, values: [Double]) {
    self.init(name: name, points: values.enumerated().map { Point(x: Double($0), y: $1) })
  }
}

public struct LineChart: Sendable {
  public var series: [LineSeries]
  /// Above the chart, empty for none.
  public var title: String
  /// Under the x axis, empty for none.
  public var xTitle: String
  /// Rows of the drawing, about, without axis and titles: the ticks stand evenly.
  public var height: Int
  /// Whether the drawing has exactly as many rows, for a chart that is redrawn in its place.
  public var isHeightFixed = false
  /// Whether the y axis is one of powers of ten; a value that is not above 0 makes it an ordinary one.
  public var isLogarithmic: Bool
  /// What the x axis shows; nil: what the points need.
  public var xRange: ClosedRange<Double>?
  /// What stands at x = 0, 1, 2 …; empty: numbers.
  var xLabels: [String] = []

  public init(
    series: [LineSeries], title: String = "", xTitle: String = "", height: Int = 12, isLogarithmic: Bool = false,
    xRange: ClosedRange<Double>? = nil
  ) {
    self.series = series
    self.title = title
    self.xTitle = xTitle
    self.isLogarithmic = isLogarithmic
    self.xRange = xRange
    self.height = min(max(height, 2), 100)
  }

  /// Whether values are so far apart that only a logarithmic axis shows them all: all above 0, over two powers of ten.
  public static func spanDecades(_ values: [Double]) -> Bool {
    let finite = values.filter(\.isFinite)
    guard let lowest = finite.min(), let highest = finite.max() else { return false }
    return lowest > 0 && highest / lowest >= 100
  }

  /// With a legend if there are several series. A chart without a finite point is one line that says so.
  public func lines(options: TextOptions) -> [StyledLine] {
    var lines = title.isEmpty ? [] : [PictureLayout.headerName(title, options)]
    if series.count > 1 {
      lines += PictureLayout.flow(series.indices.map { legendItem($0, options) }, options: options)
    }
    let points = series.flatMap(\.points).filter { $0.x.isFinite && $0.y.isFinite }
    guard let firstX = points.map(\.x).min(), let lastX = points.map(\.x).max(),
      let lowest = points.map(\.y).min(), let highest = points.map(\.y).max()
    else { return (lines + [StyledLine("  nothing to draw", PictureStyle.quiet)]).fitted(options) }

    let text = NumberText(options)
    let y =
      isLogarithmic && lowest > 0
      ? AxisTicks(decadesFrom: lowest, to: highest, count: max(2, height / 2))
      : AxisTicks(lowest, highest, count: max(2, height / 2))
    let intervals = max(y.values.count - 1, 1)
    let evenHeight = max(1, (height - 1 + intervals / 2) / intervals) * intervals + 1
    let height = isHeightFixed || y.isLogarithmic ? height : evenHeight
    let labels = y.values.map { y.label($0, text) }
    let labelWidth = labels.map(\.displayWidth).max() ?? 0
    let columns = max(options.width - labelWidth - 3, 2)
    let isWhole = points.allSatisfy { $0.x == $0.x.rounded() }
    let x = AxisTicks(
      xRange?.lowerBound ?? firstX, xRange?.upperBound ?? lastX,
      count: xLabels.isEmpty ? max(2, columns / 12) : max(2, xLabels.count), whole: isWhole || !xLabels.isEmpty,
      widens: false)
    let canvas = drawn(x, y, columns: columns, rows: height, options)

    let axis = AxisGlyphs(options)
    for row in 0..<height {
      let tick = y.values.firstIndex { Int(((1 - y.position($0)) * Double(height - 1)).rounded()) == row }
      var line = StyledLine(
        (tick.map { labels[$0] } ?? "").padded(to: labelWidth + 1, .right) + " ", PictureStyle.quiet)
      line.append(tick == nil ? axis.vertical : axis.leftTick, PictureStyle.quiet)
      lines.append(line + canvas.line(row: row) { style($0, options) })
    }
    lines += horizontalAxis(x, indent: labelWidth + 2, columns: columns, axis, options)
    return lines.fitted(options)
  }

  private func drawn(
    _ x: AxisTicks, _ y: AxisTicks, columns: Int, rows: Int, _ options: TextOptions
  ) -> DotCanvas {
    let usesSigns = options.ascii || (series.count > 1 && options.color == .none)
    var canvas = DotCanvas(columns: columns, rows: rows, dots: usesSigns ? .signs(signs(options)) : .braille)
    for (index, series) in series.enumerated() {
      var previous: (x: Double, y: Double)?
      for point in series.points {
        guard point.x.isFinite && point.y.isFinite else {
          previous = nil
          continue
        }
        let place = (x: x.position(point.x), y: y.position(point.y))
        canvas.line(from: previous ?? place, to: place, series: index)
        previous = place
      }
    }
    return canvas
  }

  private func horizontalAxis(
    _ x: AxisTicks, indent: Int, columns: Int, _ axis: AxisGlyphs, _ options: TextOptions
  ) -> [StyledLine] {
    var rule = Array(repeating: axis.horizontal, count: columns)
    var labels = StyledLine(String(repeating: " ", count: indent), PictureStyle.quiet)
    for value in x.values {
      let column = Int((x.position(value) * Double(columns - 1)).rounded())
      let label =
        xLabels.isEmpty
        ? x.label(value, NumberText(options))
        : Int(exactly: value.rounded()).flatMap { xLabels.indices.contains($0) ? options.oneLine(xLabels[$0]) : nil }
          ?? ""
      let start = max(0, min(indent + 1 + column - label.displayWidth / 2, options.width - label.displayWidth))
      guard rule.indices.contains(column), labels.displayWidth == indent || start >= labels.displayWidth + 2,
        start >= labels.displayWidth || labels.displayWidth == indent
      else { continue }
      rule[column] = axis.bottomTick
      labels = StyledLine(labels.plainText.padded(to: start).prefix(columns: start) + label, PictureStyle.quiet)
    }
    var lines = [
      StyledLine(String(repeating: " ", count: indent) + axis.corner + rule.joined(), PictureStyle.quiet), labels,
    ]
    if !xTitle.isEmpty {
      let title = options.oneLine(xTitle).truncated(to: options.width - indent - 1, ellipsis: options.ellipsis)
      lines.append(
        StyledLine(String(repeating: " ", count: indent + 1) + title.padded(to: columns, .center), PictureStyle.quiet))
    }
    return lines
  }

  private func legendItem(_ index: Int, _ options: TextOptions) -> StyledLine {
    let sign = options.ascii || options.color == .none ? String(signs(options)[index % signs(options).count]) : "━"
    return StyledLine(sign + " ", style(index, options)) + StyledLine(options.oneLine(series[index].name))
  }

  private func style(_ index: Int, _ options: TextOptions) -> TextStyle {
    let colors = options.color == .sixteen ? Palette.seriesOfSixteen : Palette.series
    return TextStyle(foreground: colors[index % colors.count])
  }

  private func signs(_ options: TextOptions) -> [Character] { Array(options.ascii ? "*+ox#@" : "•+○×▪▵") }
}

struct AxisGlyphs {
  let vertical, horizontal, corner, leftTick, bottomTick: String

  init(_ options: TextOptions) {
    let glyphs = (options.ascii ? "|-+++" : "│─└┤┬").map(String.init)
    (vertical, horizontal, corner, leftTick, bottomTick) = (glyphs[0], glyphs[1], glyphs[2], glyphs[3], glyphs[4])
  }
}
