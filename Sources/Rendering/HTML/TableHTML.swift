// Rows under titles.
import StepRecords

enum TableHTML {
  static func html(for table: TableRecord, _ record: Record) -> HTML {
    let numbers = NumberText(TextOptions())
    let total = max(table.totalRows, table.rows.count)
    let count = max(table.columns.count, table.rows.map(\.count).max() ?? 0)
    let isNumeric = (0..<count).map { column in
      TablePicture.isNumeric(table.rows.map { $0.indices.contains(column) ? $0[column] : "" })
    }
    let facts = [(label: "", value: numbers.counted(total, "row"))]
    let caption = RecordHTML.caption(record, kind: "table", facts: facts, element: "caption")
    let titles = (0..<count).map { column in
      HTML.element(
        "th", ["scope": "col", "class": isNumeric[column] ? "numeric" : nil],
        text: table.columns.indices.contains(column) ? table.columns[column] : "")
    }
    let rows = table.rows.map { row in
      HTML.element(
        "tr", [:],
        (0..<count).map { column in
          .element(
            "td", ["class": isNumeric[column] ? "numeric" : nil], text: row.indices.contains(column) ? row[column] : "")
        })
    }
    let head = HTML.element("thead", [:], [.element("tr", [:], titles)])
    let body = HTML.element("tbody", [:], rows)
    var parts = [HTML.element("table", [:], [caption, head, body])]
    if total > table.rows.count {
      parts.append(.element("p", ["class": "quiet"], text: "… \(numbers.count(total - table.rows.count)) more rows"))
    }
    return .element("div", ["class": "scroll"], parts)
  }
}
