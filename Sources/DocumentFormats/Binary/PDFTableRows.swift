// Rows of tables on a page of a PDF: pdftotext prints each cell as a line of its own.
import DocumentReading

/// Finds the rows by a second reading that keeps the layout, in which cells stand side by side. The page's text stays as
/// it is; lines that follow each other in it, and are the cells of one line of the layout, become one block.
struct PDFTableRows {
  /// The blocks of a page, with rows in place of their cells.
  ///
  /// - Parameter layout: the page as `pdftotext -layout` prints it.
  static func joined(_ blocks: [TextBlock], of page: String, layout: String) -> [TextBlock] {
    let text = ScalarText(page)
    let rows = rows(of: text, layout)
    guard !rows.isEmpty else { return blocks }
    let others = blocks.flatMap { block in
      outside(rows, block.range).compactMap(text.trimmed).map { TextBlock(block.kind, $0) }
    }
    return (others + rows.map { TextBlock(.tableRow, $0) }).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Two rows at least, the one right below the other, are a table.
  private static func rows(of text: ScalarText, _ layout: String) -> [Range<Int>] {
    let lines = lines(of: text)
    let cells = lines.map { text[$0] }
    var rows: [Range<Int>] = []
    var (next, last) = (0, nil as Range<Int>?)
    for line in layout.split(separator: "\n") {
      guard let first = place(of: Self.cells(of: line), in: cells, from: next) else { continue }
      let row = lines[first.lowerBound].lowerBound..<lines[first.upperBound - 1].upperBound
      if let above = last, first.lowerBound == next {
        if rows.last != above { rows.append(above) }
        rows.append(row)
      }
      (next, last) = (first.upperBound, row)
    }
    return rows
  }

  /// The first lines that are these cells, one behind the other.
  private static func place(of row: [String], in cells: [String], from start: Int) -> Range<Int>? {
    guard row.count > 1, start + row.count <= cells.count else { return nil }
    return (start...cells.count - row.count).first { first in
      row.indices.allSatisfy { cells[first + $0] == row[$0] }
    }.map { $0..<$0 + row.count }
  }

  /// What stands between two spaces or more.
  private static func cells(of line: Substring) -> [String] {
    line.split(separator: "  ").compactMap { part in
      let text = ScalarText(String(part))
      return text.trimmed(0..<text.count).map { text[$0] }
    }
  }

  /// Those that show something, without white space at their ends.
  private static func lines(of text: ScalarText) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for index in 0...text.count where index == text.count || text.scalars[index] == "\n" {
      if let line = text.trimmed(start..<index) { lines.append(line) }
      start = index + 1
    }
    return lines
  }

  /// What of a range no row covers.
  private static func outside(_ rows: [Range<Int>], _ range: Range<Int>) -> [Range<Int>] {
    rows.reduce([range]) { parts, row in
      parts.flatMap { part in
        part.overlaps(row)
          ? [
            part.lowerBound..<max(part.lowerBound, row.lowerBound),
            min(part.upperBound, row.upperBound)..<part.upperBound,
          ]
          : [part]
      }
    }
  }
}
