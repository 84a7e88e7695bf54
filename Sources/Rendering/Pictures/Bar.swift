// A horizontal bar to an eighth of a column.

enum Bar {
  /// `share` of `width` columns, 0 to 1; something that is more than nothing shows at least an eighth.
  /// In ASCII whole columns of `#`.
  static func text(_ share: Double, width: Int, _ options: TextOptions) -> String {
    guard share > 0, width > 0 else { return "" }
    let length = min(share, 1) * Double(width)
    if options.ascii { return String(repeating: "#", count: min(width, Int((length + 0.5).rounded(.down)))) }
    let eighths = max(1, Int((length * 8).rounded()))
    let rest = eighths % 8
    return String(repeating: "█", count: eighths / 8) + (rest > 0 ? String(Array("▏▎▍▌▋▊▉")[rest - 1]) : "")
  }

  /// A row of a bar chart: what it is about, its number, and how long the bar is.
  struct Row {
    var label: String
    var number: String
    /// Of the longest bar; nil draws none.
    var share: Double?
    var style = PictureStyle.plain
  }

  /// Labels, numbers and bars below each other, two columns in.
  static func chart(_ rows: [Row], _ options: TextOptions) -> [StyledLine] {
    let labelWidth = min(rows.map(\.label.displayWidth).max() ?? 0, max(options.width / 3, 8))
    let numberWidth = rows.map(\.number.displayWidth).max() ?? 0
    let barWidth = options.width - 2 - labelWidth - 2 - numberWidth - 2
    return rows.map { row in
      var line = StyledLine("  ")
      line.append(
        row.label.truncated(to: labelWidth, ellipsis: options.ellipsis).padded(to: labelWidth), row.style)
      line.append("  " + row.number.padded(to: numberWidth, .right) + "  ", row.style)
      if let share = row.share { line.append(text(share, width: barWidth, options), PictureStyle.accent) }
      return line
    }
  }
}
