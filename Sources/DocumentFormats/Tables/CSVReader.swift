// CSV (RFC 4180) and its relatives with semicolons or tabs.
import DocumentReading

enum CSVReader {
  /// One page, a line for each row; the first row names the columns if it can. A name stands in every row, since a row is
  /// what is found and cited, and "12" alone says nothing.
  static func page(_ text: String, isTabbed: Bool) throws(DocumentError) -> DocumentPage {
    let rows = try self.rows(text, separator: isTabbed ? UInt8(ascii: "\t") : separator(text))
    let hasNames = rows.count > 1 && TableText.areNames(rows[0])
    var page = PageBuilder()
    for row in rows.dropFirst(hasNames ? 1 : 0) {
      page.add(.tableRow, TableText.line(row, columns: hasNames ? rows[0] : nil))
    }
    return page.page
  }

  /// What stands most often in the first line. Where a comma is in numbers, a semicolon is between cells.
  private static func separator(_ text: String) -> UInt8 {
    let line = text.utf8.prefix { $0 != UInt8(ascii: "\n") }
    let counts = ";\t,".utf8.map { sign in (sign, line.count { $0 == sign }) }
    return counts.first { $0.1 > 0 }?.0 ?? UInt8(ascii: ",")
  }

  /// Rows without those that are empty. A quotation mark inside a cell that began without one stands for itself.
  static func rows(_ text: String, separator: UInt8) throws(DocumentError) -> [[String]] {
    let (quote, lineFeed) = (UInt8(ascii: "\""), UInt8(ascii: "\n"))
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var line = 1
    var openedOn: Int?
    var wasQuoted = false
    var justClosed = false
    func endCell() {
      row.append(String(decoding: cell, as: UTF8.self))
      (cell, wasQuoted, justClosed) = ([], false, false)
    }
    func endRow() {
      endCell()
      if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
      row = []
    }
    for byte in text.utf8 {
      if byte == lineFeed { line += 1 }
      if openedOn != nil {
        if byte == quote { (openedOn, justClosed) = (nil, true) } else { cell.append(byte) }
      } else if byte == quote, justClosed {
        // Two of them inside a quotation are one.
        cell.append(quote)
        (openedOn, justClosed) = (line, false)
      } else if byte == quote, cell.isEmpty, !wasQuoted {
        (openedOn, wasQuoted) = (line, true)
      } else if byte == separator {
        endCell()
      } else if byte == lineFeed {
        endRow()
      } else {
        cell.append(byte)
        justClosed = false
      }
    }
    if let openedOn {
      throw DocumentError(.damaged(reason: "the quotation mark on line \(openedOn) is never closed"))
    }
    endRow()
    return rows
  }
}
