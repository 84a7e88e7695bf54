// Tables as comma-separated values (RFC 4180), safe to open in a spreadsheet.
import Rendering

enum CSV {
  /// A line that ends as the RFC says, `\r\n`.
  static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// What a spreadsheet takes for a formula, in the width of ASCII and in that of East Asian type.
  private static let formulaSigns: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}",
  ]

  /// A cell that is text in a spreadsheet, whatever it holds: before what would be a formula stands an apostrophe, and
  /// control characters are visible signs.
  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map(formulaSigns.contains) == true
    let safe = (isFormula ? "'" : "") + text.sanitized()
    guard safe.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) || safe != safe.trimmed else {
      return safe
    }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  struct Row: Equatable {
    var cells: [String]
    /// Where it begins, from 1.
    var line: Int
  }

  /// A quotation mark that is never closed.
  struct Unclosed: Error { var line: Int }

  /// The rows of a text; an empty line is a row with one empty cell.
  static func rows(of text: String) throws(Unclosed) -> [Row] {
    var rows: [Row] = []
    var row = Row(cells: [], line: 1)
    var cell = ""
    var line = 1
    // The line where the quotation marks were opened that are open.
    var opened: Int?
    var rest = Substring(text.hasPrefix("\u{feff}") ? text.dropFirst() : text[...])
    while let character = rest.popFirst() {
      if character.isNewline { line += 1 }
      switch character {
      case "\"" where opened != nil && rest.first == "\"":
        cell.append("\"")
        rest.removeFirst()
      case "\"": opened = opened == nil ? line : nil
      case _ where opened != nil: cell.append(character)
      case ",":
        row.cells.append(cell)
        cell = ""
      case _ where character.isNewline:
        rows.append(Row(cells: row.cells + [cell], line: row.line))
        (row, cell) = (Row(cells: [], line: line), "")
      default: cell.append(character)
      }
    }
    if let opened { throw Unclosed(line: opened) }
    if !row.cells.isEmpty || !cell.isEmpty { rows.append(Row(cells: row.cells + [cell], line: row.line)) }
    return rows
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
