// A row of a table, whose cells the reader has set below each other, with the names of its columns.
import DocumentReading

struct TableRow {
  let cells: [String]
  /// Empty if the table does not begin with names, or begins in another chunk.
  let columns: [String]

  /// Which of these texts, in the order of the page, are rows of tables; the first of several together may hold names.
  static func rows(in texts: [String]) -> [TableRow?] {
    let cells = texts.map(Self.cells)
    var names: [String] = []
    return cells.indices.map { index in
      guard let row = cells[index] else { return nil }
      if index == 0 || cells[index - 1] == nil { names = TableText.areNames(row) ? row : [] }
      return TableRow(cells: row, columns: row.count == names.count && row != names ? names : [])
    }
  }

  /// "Summer: Ferry: Tern; Pier: 6"
  func written(below heading: String?) -> String {
    let line = TableText.line(cells, columns: columns.isEmpty ? nil : columns)
    return heading.map { "\($0): \(line)" } ?? line
  }

  /// What stands between empty lines; nil if there are none.
  private static func cells(of text: String) -> [String]? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isRow = lines.count > 2 && lines.indices.allSatisfy { lines[$0].allSatisfy(\.isWhitespace) == ($0 % 2 == 1) }
    return isRow ? stride(from: 0, to: lines.count, by: 2).map { String(lines[$0]) } : nil
  }
}
