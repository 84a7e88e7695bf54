// Shares of one by rows and columns, some of which may be missing: who beat whom how often, which model reached what on
// which task. In a terminal and in pages.

package struct ShareMap {
  package let rowLabels: [String]
  package let columnLabels: [String]
  /// 0 to 1, by row and column; nil where there is none.
  package let values: [[Double?]]
  /// What a missing one means, for the legend; empty if none is missing.
  package let missing: String

  package init(rowLabels: [String], columnLabels: [String], values: [[Double?]], missing: String = "") {
    precondition(
      values.count == rowLabels.count && values.allSatisfy { $0.count == columnLabels.count },
      "\(values.count) rows of \(values.map(\.count)) values for \(rowLabels.count) × \(columnLabels.count) labels")
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.values = values
    self.missing = missing
  }

  /// Cells with percents where there is room, and a legend.
  package func lines(name: String, options: TextOptions) -> [StyledLine] {
    let header = PictureLayout.header(name: name, kind: "", options: options)
    guard !rowLabels.isEmpty, !columnLabels.isEmpty else { return header }
    let scale = ShadeScale(lower: 0, upper: 1, areShares: true, options: options)
    let axis = { (labels: [String]) in
      MapAxis(labels: labels.map { options.oneLine($0) }, kept: Array(labels.indices), size: labels.count)
    }
    let layout = MapLayout(
      rows: axis(rowLabels), columns: axis(columnLabels), numberWidth: "100".count,
      needsTwoColumns: scale.needsTwoColumns, options: options)
    let mark = AttentionPicture.masked(options)
    let cells = layout.cellLines { row, column in
      guard let value = values[row][column] else {
        return StyledSpan(mark.padded(to: layout.cellWidth, .right), PictureStyle.quiet)
      }
      let label = layout.showsNumbers ? NumberText(options).fixed(value * 100, decimals: 0).padded(to: 3, .right) : ""
      return scale.span(value, width: layout.cellWidth, label: label)
    }
    let space = StyledLine(String(repeating: " ", count: layout.rowLabelWidth + 1))
    var body = layout.columnLabelLines.map { space + $0 }
    body += zip(layout.rowLabelLines, cells).map { $0 + StyledLine(" ") + $1 }
    var legend = [scale.legend(width: options.width)]
    if layout.showsNumbers { legend.append(StyledLine("numbers: percent", PictureStyle.quiet)) }
    if !missing.isEmpty { legend.append(StyledLine("\(mark) \(missing)", PictureStyle.quiet)) }
    body += PictureLayout.flow(legend, width: options.width - 2, indent: 0, options: options)
    body += PictureLayout.flow(layout.columnList, width: options.width - 2, options: options)
    return (header + PictureLayout.indented(body)).fitted(options)
  }

  /// The same as SVG.
  package func svg(title: String) -> HTML {
    let numbers = NumberText(TextOptions())
    let scale = ShadeScale(lower: 0, upper: 1, areShares: true, options: TextOptions())
    var map = HeatMapSVG(rows: rowLabels.count, columns: columnLabels.count, scale: scale) { values[$0][$1] }
    map.rowLabels = rowLabels
    map.columnLabels = columnLabels
    map.labelWidth = SVG.width(of: "100")
    map.label = { numbers.fixed($0 * 100, decimals: 0) }
    let words = zip(rowLabels, values).map { label, row in
      let cells = zip(columnLabels, row).compactMap { column, value in value.map { "\(column) \(numbers.percent($0))" }
      }
      return "\(label): \(cells.joined(separator: ", "))"
    }
    return map.picture(title: title, description: words.joined(separator: "; "))
  }
}
