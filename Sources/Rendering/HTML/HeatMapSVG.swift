// A matrix as coloured cells, with labels where there is room and a legend that has the numbers.
import StepRecords

/// Cells of a heat map or of one head of attention.
struct HeatMapSVG {
  let rows: Int
  let columns: Int
  /// Ready to be drawn; empty for none.
  var rowLabels: [String] = []
  var columnLabels: [String] = []
  /// nil where nothing may be drawn (masked).
  let value: (_ row: Int, _ column: Int) -> Double?
  let scale: ShadeScale
  /// What stands in a cell that is large enough.
  var label: (Double) -> String = { numbers.short($0, digits: 2) }
  /// Of the widest text in a cell.
  var labelWidth = 0.0
  /// Pictures that stand beside others take less than the whole width.
  var maximumWidth = SVG.fullWidth

  private static let legendHeight = 34.0
  /// What the last label needs beyond its column.
  private static let overhang = 8.0
  /// More cells than this have no tips and share their shapes: the page would grow too large.
  private static let mostTips = 1024

  init(rows: Int, columns: Int, scale: ShadeScale, value: @escaping (_ row: Int, _ column: Int) -> Double?) {
    self.rows = rows
    self.columns = columns
    self.scale = scale
    self.value = value
  }

  func picture(title: String, description: String) -> HTML {
    let labelled = cell >= 11
    let left = labelled ? margin(rowLabels) : 0
    let top = labelled ? columnLabelsHeight : 0
    let width = max(left + Double(columns) * cell + Self.overhang, 220)
    let height = top + Double(rows) * cell + Self.legendHeight
    return SVG.picture(
      width: width, height: height, title: title, description: description,
      (labelled ? labels(left: left, top: top) : [])
        + (rows * columns <= Self.mostTips ? [cells(left: left, top: top)] : [paths(left: left, top: top)])
        + legend(top: height - Self.legendHeight + 8))
  }

  /// Cells of small matrices are large enough for their numbers, those of large ones as small as they must be.
  private var cell: Double {
    let most = (maximumWidth - margin(rowLabels) - Self.overhang) / Double(max(columns, 1))
    return max(min(most, columns <= 16 ? max(34, labelWidth + 8) : 18), 2)
  }

  private func margin(_ labels: [String]) -> Double {
    labels.isEmpty ? 0 : min(labels.map { SVG.width(of: shown($0)) }.max() ?? 0, 120) + 8
  }

  private var areColumnLabelsTurned: Bool { columnLabels.contains { SVG.width(of: shown($0)) > cell - 2 } }

  private var columnLabelsHeight: Double {
    columnLabels.isEmpty ? 0 : areColumnLabelsTurned ? margin(columnLabels) : 18
  }

  private func shown(_ label: String) -> String {
    label.truncated(to: 16)
  }

  private func labels(left: Double, top: Double) -> [HTML] {
    let rowTexts = rowLabels.prefix(rows).enumerated().map { row, label in
      SVG.text(shown(label), x: left - 6, y: top + (Double(row) + 0.5) * cell + 4, anchor: .end)
    }
    let columnTexts = columnLabels.prefix(columns).enumerated().map { column, label -> HTML in
      let center = left + (Double(column) + 0.5) * cell
      return areColumnLabelsTurned
        ? SVG.text(shown(label), x: center + 4, y: top - 6, turned: true)
        : SVG.text(shown(label), x: center, y: top - 6, anchor: .middle)
    }
    return rowTexts + columnTexts
  }

  private func cells(left: Double, top: Double) -> HTML {
    var result: [HTML] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let (x, y) = (left + Double(column) * cell, top + Double(row) * cell)
        guard let value = value(row, column) else {
          result.append(SVG.rectangle(x: x, y: y, width: cell, height: cell, class: "masked"))
          continue
        }
        let color = color(value)
        let tip = "\(name(rowLabels, row)), \(name(columnLabels, column)): \(Self.numbers.short(value))"
        result.append(SVG.rectangle(x: x, y: y, width: cell, height: cell, fill: color, tip: tip))
        let text = value.isFinite ? label(value) : Self.numbers.short(value)
        if !text.isEmpty, SVG.width(of: text) <= cell - 3 {
          let ink = color.readableInk == TextColor(0, 0, 0) ? "cell-dark" : "cell-light"
          result.append(SVG.text(text, x: x + cell / 2, y: y + cell / 2 + 4, anchor: .middle, class: ink))
        }
      }
    }
    return .element("g", ["shape-rendering": "crispEdges"], result)
  }

  /// The cells of a large map: one shape for each colour, neighbours of one colour in one piece.
  private func paths(left: Double, top: Double) -> HTML {
    var order: [TextColor?] = []
    var shapes: [TextColor?: String] = [:]
    for row in 0..<rows {
      let colors = (0..<columns).map { value(row, $0).map(color) }
      var start = 0
      while start < columns {
        let end = colors[start...].firstIndex { $0 != colors[start] } ?? columns
        if shapes[colors[start]] == nil { order.append(colors[start]) }
        shapes[colors[start], default: ""] += "M\(start) \(row)h\(end - start)v1h-\(end - start)z"
        start = end
      }
    }
    let paths = order.map { color in
      HTML.element("path", ["d": shapes[color], "fill": color?.hex, "class": color == nil ? "masked" : nil])
    }
    let (x, y, size) = (SVG.length(left), SVG.length(top), SVG.length(cell))
    return .element(
      "g", ["transform": "translate(\(x) \(y)) scale(\(size))", "shape-rendering": "crispEdges"], paths)
  }

  private func name(_ labels: [String], _ index: Int) -> String {
    labels.indices.contains(index) ? shown(labels[index]) : String(index)
  }

  /// A grey for what is not finite.
  private func color(_ value: Double) -> TextColor {
    guard value.isFinite else { return TextColor(128, 128, 128) }
    let position = scale.position(value)
    return scale.isSigned ? Palette.diverging(position) : Palette.sequential(position)
  }

  private func legend(top: Double) -> [HTML] {
    let (lower, upper) = (scale.text(scale.lower), scale.text(scale.upper))
    guard scale.upper > scale.lower else { return [SVG.text("all \(lower)", x: 0, y: top + 14, class: "axis")] }
    let start = SVG.width(of: lower) + 6
    let steps = 12
    let cells = (0...steps).map { step in
      let share = Double(step) / Double(steps)
      return SVG.rectangle(
        x: start + Double(step) * 9, y: top + 4, width: 9.5, height: 12,
        fill: color(scale.lower * (1 - share) + scale.upper * share))
    }
    return [SVG.text(lower, x: 0, y: top + 14, class: "axis")] + cells
      + [SVG.text(upper, x: start + Double(steps + 1) * 9 + 6, y: top + 14, class: "axis")]
  }

  private static let numbers = NumberText(TextOptions())
}

extension HeatMapSVG {
  /// A matrix with the labels of the whole of it; an axis without labels shows its indices.
  init(_ map: HeatMap, labels: TensorRecord.HeatMap) {
    let values = map.block.values.map(Double.init)
    self.init(
      rows: map.rows, columns: map.columns, scale: ShadeScale(values: values, options: TextOptions()),
      value: { map.value(row: $0, column: $1) })
    rowLabels = Self.labels(labels.rowLabels, kept: map.block.kept[0])
    columnLabels = Self.labels(labels.columnLabels, kept: map.block.kept[1])
    let column = NumberColumn(values, places: 2, options: TextOptions())
    label = column.string
    labelWidth = Double(column.width) * SVG.columnWidth
  }

  private static func labels(_ labels: [String], kept: [Int]) -> [String] {
    kept.map { TokenLabel.text(labels, at: $0, TextOptions()) }
  }

  /// nil if the tensor asks for no map, or has nothing to draw.
  static func picture(of tensor: TensorRecord, name: String) -> HTML? {
    guard let labels = tensor.heatMap, let map = HeatMap(tensor) else { return nil }
    return HeatMapSVG(map, labels: labels).picture(
      title: RecordHTML.title(name, TensorPicture.kind(tensor)), facts: TensorPicture.facts(tensor, TextOptions()))
  }

  private func picture(title: String, facts: [(label: String, value: String)]) -> HTML {
    picture(
      title: title,
      description: "\(rows) rows, \(columns) columns, "
        + facts.map { "\($0.label) \($0.value)" }.joined(separator: ", "))
  }
}
