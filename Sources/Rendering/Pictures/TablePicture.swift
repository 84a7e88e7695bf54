// Rows under titles. Numbers stand at the right of their column, long texts are wrapped.
import StepRecords

public enum TablePicture {
  /// Lines of a cell before it is cut.
  static let maximumCellLines = 3
  static let narrowestColumn = 4

  public static func lines(for table: TableRecord, name: String, options: TextOptions) -> [StyledLine] {
    lines(for: table, name: name, cellLines: maximumCellLines, options: options)
  }

  /// - Parameter cellLines: lines of a cell before it is cut.
  static func lines(
    for table: TableRecord, name: String, cellLines: Int, options: TextOptions
  ) -> [StyledLine] {
    let text = NumberText(options)
    let total = max(table.totalRows, table.rows.count)
    let count = max(table.columns.count, table.rows.map(\.count).max() ?? 0)
    let header = PictureLayout.header(
      name: name, kind: "table", facts: [("", text.counted(total, "row"))], options: options)
    guard count > 0 else { return header.fitted(options) }

    let shownColumns = min(count, max(1, (options.width - 2 + 2) / (narrowestColumn + 2)))
    let cells = table.rows.map { row in
      (0..<shownColumns).map { $0 < row.count ? options.oneLine(row[$0]) : "" }
    }
    let titles = (0..<shownColumns).map { $0 < table.columns.count ? options.oneLine(table.columns[$0]) : "" }
    let isNumeric = (0..<shownColumns).map { column in
      self.isNumeric(cells.map { $0[column] })
    }
    let natural = (0..<shownColumns).map { column in
      max(1, cells.reduce(titles[column].displayWidth) { max($0, $1[column].displayWidth) })
    }
    let widths = narrowed(natural, to: options.width - 2 - 2 * (shownColumns - 1))

    var body = row(titles, widths, isNumeric, cellLines, PictureStyle.name, options)
    let rule = widths.map { String(repeating: options.ascii ? "-" : "─", count: $0) }.joined(separator: "  ")
    body.append(StyledLine(rule, PictureStyle.quiet))
    body += cells.flatMap { row($0, widths, isNumeric, cellLines, PictureStyle.plain, options) }
    var notes: [String] = []
    if total > cells.count { notes.append("\(text.count(total - cells.count)) more rows") }
    if count > shownColumns { notes.append("\(count - shownColumns) more columns") }
    if !notes.isEmpty {
      body.append(StyledLine("\(options.ellipsis) " + notes.joined(separator: ", "), PictureStyle.quiet))
    }
    return (header + PictureLayout.indented(body)).fitted(options)
  }

  private static func row(
    _ cells: [String], _ widths: [Int], _ isNumeric: [Bool], _ most: Int, _ style: TextStyle, _ options: TextOptions
  ) -> [StyledLine] {
    let columns = cells.indices.map { index -> [String] in
      if isNumeric[index] || cells[index].displayWidth <= widths[index] {
        return [cells[index].truncated(to: widths[index], ellipsis: options.ellipsis)]
      }
      var lines = cells[index].wrapped(to: widths[index])
      if lines.count > most {
        let room = widths[index] - options.ellipsis.displayWidth
        lines = Array(lines.prefix(most))
        lines[most - 1] = lines[most - 1].prefix(columns: room) + options.ellipsis
      }
      return lines
    }
    let height = columns.map(\.count).max() ?? 1
    return (0..<height).map { y in
      var line = StyledLine()
      for index in cells.indices {
        let text = y < columns[index].count ? columns[index][y] : ""
        let isLast = index == cells.count - 1
        line.append(
          isLast && !isNumeric[index] ? text : text.padded(to: widths[index], isNumeric[index] ? .right : .left), style)
        if !isLast { line.append("  ") }
      }
      return line
    }
  }

  /// Takes from the widest columns until all fit; none becomes narrower than `narrowestColumn` unless it was.
  static func narrowed(_ natural: [Int], to available: Int) -> [Int] {
    var widths = natural
    var excess = widths.reduce(0, +) - available
    while excess > 0, let widest = widths.max(), widest > narrowestColumn {
      let places = widths.indices.filter { widths[$0] == widest }
      let next = widths.filter { $0 < widest }.max() ?? 0
      let cut = min(widest - max(next, narrowestColumn), max(1, excess / places.count))
      for place in places where excess > 0 {
        widths[place] -= cut
        excess -= cut
      }
    }
    return widths
  }

  /// Whether all cells of a column that are not empty are numbers, and one is not empty.
  static func isNumeric(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return !filled.isEmpty && filled.allSatisfy(isNumber)
  }

  private static func isNumber(_ cell: String) -> Bool {
    var text = cell.replacing("−", with: "-").replacing(",", with: "").filter { $0 != " " }
    if text.hasSuffix("%") { text.removeLast() }
    if text.hasPrefix("<") { text.removeFirst() }
    return Double(text) != nil
  }
}
