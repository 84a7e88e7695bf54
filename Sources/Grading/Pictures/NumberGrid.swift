// Numbers in rows and columns with their indices, points below each other, the wrong ones marked: by a sign as well as
// by colour.
import Rendering

struct NumberGrid {
  struct Cell: Equatable {
    var text: String
    var style = TextStyle()
    var isMarked = false
  }

  private let rowLabels: [String]
  /// nil where a row is shorter than others.
  private let cells: [[Cell?]]
  private let options: TextOptions
  private let columnCount: Int
  private let labelWidth: Int
  private let cellWidth: Int

  /// Behind a wrong number.
  static let mark = "*"
  private static let gap = 2

  init(rowLabels: [String], cells: [[Cell?]], options: TextOptions) {
    (self.rowLabels, self.cells, self.options) = (rowLabels, cells, options)
    columnCount = cells.reduce(0) { max($0, $1.count) }
    labelWidth = rowLabels.reduce(0) { max($0, $1.displayWidth) }
    let labels = String(max(0, columnCount - 1)).count
    cellWidth = cells.reduce(labels) { width, row in row.reduce(width) { max($0, $1?.text.displayWidth ?? 0) } }
  }

  /// Columns of the terminal that all of it takes.
  var width: Int { labelWidth + columnCount * (Self.gap + cellWidth + Self.mark.count) }

  /// - Parameters:
  ///   - width: what does not fit is left out at both ends, around the column and the row to be seen.
  ///   - mostRows: as many rows at most.
  func lines(width: Int, mostRows: Int = 12, showing place: (row: Int, column: Int)) -> [StyledLine] {
    let ellipsis = options.ellipsis.displayWidth
    let step = Self.gap + cellWidth + Self.mark.count
    let room = width - labelWidth
    let fitting = room >= columnCount * step ? columnCount : max(1, (room - 2 * (ellipsis + 1)) / step)
    let columns = Self.window(fitting, of: columnCount, around: place.column)
    let rows = Self.window(mostRows, of: cells.count, around: place.row)
    let cut = StyledLine(" " + options.ellipsis, PictureStyle.quiet)

    var header = StyledLine(String(repeating: " ", count: labelWidth))
    if columns.lowerBound > 0 { header = header + cut }
    for column in columns {
      header.append(
        String(repeating: " ", count: Self.gap) + String(column).padded(to: cellWidth, .right) + " ", PictureStyle.quiet
      )
    }
    if columns.upperBound < columnCount { header = header + cut }
    var lines = [header]
    if rows.lowerBound > 0 { lines.append(cut) }
    for row in rows {
      var line = StyledLine(rowLabels[row].padded(to: labelWidth, .right), PictureStyle.quiet)
      if columns.lowerBound > 0 { line.append(String(repeating: " ", count: cut.displayWidth)) }
      for column in columns {
        line.append(String(repeating: " ", count: Self.gap))
        let cell = column < cells[row].count ? cells[row][column] : nil
        line.append((cell?.text ?? "").padded(to: cellWidth, .right), cell?.style ?? TextStyle())
        line.append(cell?.isMarked == true ? Self.mark : " ", cell?.style ?? TextStyle())
      }
      lines.append(line)
    }
    if rows.upperBound < cells.count { lines.append(cut) }
    return lines
  }

  /// So many of `count` places, one of them near the middle unless it is near an end.
  static func window(_ size: Int, of count: Int, around place: Int) -> Range<Int> {
    guard size < count else { return 0..<count }
    let start = min(max(0, place - size / 2), count - size)
    return start..<start + size
  }
}
