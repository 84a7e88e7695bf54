// CSV (RFC 4180) and its relatives with semicolons or tabs.
import DocumentReading

enum CSVReader {
  /// One page, a line for each row; the first row names the columns if it can. A name stands in every row, since a row is
  /// what is found and cited, and "12" alone says nothing. Rows whose cells are all empty are none.
  static func page(_ text: String, isTabbed: Bool) throws(DocumentError) -> DocumentPage {
    let rows: [[String]]
    do {
      rows = try CSVText.rows(text, separator: isTabbed ? "\t" : nil).map(\.cells)
        .filter { $0.contains { !$0.isEmpty } }
    } catch {
      throw DocumentError(.damaged(reason: "the quotation mark on line \(error.line) is never closed"))
    }
    let hasNames = rows.count > 1 && TableText.areNames(rows[0])
    var page = PageBuilder()
    for row in rows.dropFirst(hasNames ? 1 : 0) {
      page.add(.tableRow, TableText.line(row, columns: hasNames ? rows[0] : nil))
    }
    return page.page
  }
}
