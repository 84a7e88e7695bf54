// Comma-separated values (RFC 4180): cells from text, and text from cells.

package enum CSVText {
  package struct Row: Equatable {
    /// Where it begins, from 1.
    package var line: Int
    package var cells: [String]
  }

  /// The rows of a text; empty lines between them are none.
  ///
  /// A quotation mark inside a cell that began without one stands for itself.
  ///
  /// - Parameter separator: nil for that of semicolon, tab and comma which the first line has most of, outside quotations.
  /// - Throws: where a quotation mark is not closed.
  package static func rows(_ text: String, separator: Character? = nil) throws(UnclosedQuote) -> [Row] {
    let bytes = Array((text.first == "\u{FEFF}" ? text.dropFirst() : text[...]).utf8)
    let comma = separator?.asciiValue ?? guessedSeparator(bytes)
    let (quote, newLine, carriageReturn) = (UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var rows: [Row] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var (line, rowLine, position) = (1, 1, 0)
    func endCell() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    func endRow() {
      endCell()
      if cells != [""] { rows.append(Row(line: rowLine, cells: cells)) }
      cells = []
    }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == quote && cell.isEmpty {
        let start = line
        while true {
          guard position < bytes.count else { throw UnclosedQuote(line: start) }
          let byte = bytes[position]
          position += 1
          if byte == newLine { line += 1 }
          if byte == quote {
            guard position < bytes.count, bytes[position] == quote else { break }
            position += 1
          }
          cell.append(byte)
        }
      } else if byte == comma {
        endCell()
      } else if byte == newLine || byte == carriageReturn {
        if byte == carriageReturn, position < bytes.count, bytes[position] == newLine { position += 1 }
        endRow()
        line += 1
        rowLine = line
      } else {
        cell.append(byte)
      }
    }
    if !cell.isEmpty || !cells.isEmpty { endRow() }
    return rows
  }

  /// One row, with its line's end.
  package static func line(_ cells: [String]) -> String {
    cells.map { cell in
      let isPlain = cell.utf8.allSatisfy { !",\"\n\r".utf8.contains($0) } && cell.first != " " && cell.last != " "
      return isPlain
        ? cell : "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }.joined(separator: ",") + "\n"
  }

  package struct UnclosedQuote: Error {
    /// Where it was opened.
    package var line: Int
  }

  /// Of equally frequent ones the semicolon: where commas are in numbers, it stands between cells.
  private static func guessedSeparator(_ bytes: [UInt8]) -> UInt8 {
    let first = bytes.prefix { $0 != UInt8(ascii: "\n") }
    // Every other piece between quotation marks is inside a quotation.
    let outside = first.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.flatMap(\.element)
    let counts = ";\t,".utf8.map { separator in (separator, outside.count { $0 == separator }) }
    let most = counts.map(\.1).max() ?? 0
    return counts.first { $0.1 == most && most > 0 }?.0 ?? UInt8(ascii: ",")
  }
}
