// A matrix of any size with the index of every row and column, in blocks of as many columns as fit, as R prints them.

struct ColumnBlocks {
  /// A row or a column.
  struct Place {
    var index: Int
    /// What stands there, such as a token; empty if the index says it all.
    var label = ""
    /// Whether places before it are left out.
    var isAfterGap = false

    /// The indices at hand, with gaps where some are missing.
    static func places(kept: [Int], labels: [String] = []) -> [Place] {
      kept.enumerated().map { offset, index in
        Place(
          index: index, label: labels.indices.contains(index) ? labels[index] : "",
          isAfterGap: index != (offset > 0 ? kept[offset - 1] + 1 : 0))
      }
    }
  }

  let rows: [Place]
  let columns: [Place]
  /// With the space before a number.
  let cellWidth: Int
  let options: TextOptions

  private static let widestRowLabel = 24
  private static let widestCell = 16
  /// Labels in narrower cells are cut without a sign that would take most of their room.
  private static let narrowestMarked = 8

  /// Cells wide enough for whole labels, if all columns still fit beside each other; else `narrowest`.
  static func cellWidth(of columns: [Place], narrowest: Int, width: Int) -> Int {
    let room = (width - min(width / 4, widestRowLabel) - 6) / max(columns.count, 1)
    let longest = (columns.map(\.label.displayWidth).max() ?? 0) + 1
    return max(narrowest, min(longest, room, widestCell))
  }

  /// - Parameter cell: what stands at a row and a column, `cellWidth` wide.
  func lines(width: Int, cell: (_ row: Int, _ column: Int) -> StyledSpan) -> [StyledLine] {
    let margin = margin(width: width)
    let perBlock = max(1, (width - margin - gapWidth) / cellWidth)
    var lines: [StyledLine] = []
    for first in stride(from: 0, to: max(columns.count, 1), by: perBlock) {
      let block = first..<min(first + perBlock, columns.count)
      if first > 0 { lines.append(StyledLine()) }
      lines += header(block, margin: margin)
      for (number, row) in rows.enumerated() {
        if row.isAfterGap { lines.append(StyledLine(options.ellipsis, PictureStyle.quiet)) }
        var line = StyledLine(rowLabel(row, margin: margin), PictureStyle.quiet)
        for column in block {
          if columns[column].isAfterGap { line.append(gap, PictureStyle.quiet) }
          let span = cell(number, column)
          line.append(span.text, span.style)
        }
        lines.append(line)
      }
    }
    return lines
  }

  // MARK: Labels

  private var digits: Int { rows.map { String($0.index).count }.max() ?? 1 }

  /// Columns before the cells.
  private func margin(width: Int) -> Int {
    let longest = rows.map(\.label.displayWidth).max() ?? 0
    guard longest > 0 else { return digits + 1 }
    return digits + 1 + min(longest, Self.widestRowLabel, max(width / 4, 4)) + 1
  }

  private func rowLabel(_ row: Place, margin: Int) -> String {
    let index = String(row.index).padded(to: digits, .right) + " "
    let room = margin - index.count - 1
    return (index + row.label.truncated(to: max(room, 0), ellipsis: options.ellipsis)).padded(to: margin)
  }

  private func header(_ block: Range<Int>, margin: Int) -> [StyledLine] {
    let mark = cellWidth < Self.narrowestMarked ? "" : options.ellipsis
    func line(_ text: (Place) -> String) -> StyledLine {
      let cells = block.map { column in
        let space = String(repeating: " ", count: columns[column].isAfterGap ? gapWidth : 0)
        return space
          + text(columns[column]).truncated(to: cellWidth - 1, ellipsis: mark).padded(to: cellWidth, .right)
      }
      return StyledLine(String(repeating: " ", count: margin) + cells.joined(), PictureStyle.quiet)
    }
    let hasLabels = block.contains { !columns[$0].label.isEmpty }
    return [line { String($0.index) }] + (hasLabels ? [line(\.label)] : [])
  }

  private var gap: String { " " + options.ellipsis }
  private var gapWidth: Int { columns.contains(where: \.isAfterGap) ? gap.displayWidth : 0 }
}
