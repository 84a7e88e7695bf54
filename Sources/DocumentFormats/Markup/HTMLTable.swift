// A table of an HTML page, row by row.
import DocumentReading

struct HTMLTable {
  let caption: String
  /// Each as a line.
  let rows: [String]

  private struct Row {
    var cells: [String]
    var isHeading: [Bool]
  }

  /// nil for a table that only places things on the page: its cells hold tables, headings or long texts.
  init?(_ table: XMLElement) {
    guard !table.holds(["table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote"]) else { return nil }
    var isSpanning = false
    var rows: [Row] = []
    for row in Self.rows(of: table) {
      let cells = row.elements.filter { ["td", "th"].contains($0.name) }
      isSpanning = isSpanning || cells.contains { ($0.attribute("colspan") ?? $0.attribute("rowspan") ?? "1") != "1" }
      rows.append(Row(cells: cells.map(InlineText.text), isHeading: cells.map { $0.name == "th" }))
    }
    guard !rows.contains(where: { $0.cells.contains { $0.utf8.count > 1000 } }) else { return nil }
    caption = table.first("caption").map(InlineText.text) ?? ""
    // Where cells span columns, a name would stand at the wrong cell.
    let hasNames = !isSpanning && rows.count > 1 && rows[0].isHeading.allSatisfy(\.self) && !rows[0].cells.isEmpty
    let names = hasNames ? rows[0].cells : nil
    self.rows = rows.dropFirst(hasNames ? 1 : 0).map { row in
      if names == nil, row.isHeading == [true, false] {
        return TableText.line([row.cells[1]], columns: [row.cells[0]])
      }
      return TableText.line(row.cells, columns: names)
    }
  }

  private static func rows(of element: XMLElement) -> [XMLElement] {
    element.elements.flatMap { child -> [XMLElement] in
      switch child.name {
      case "tr": return [child]
      case "thead", "tbody", "tfoot": return rows(of: child)
      default: return []
      }
    }
  }
}
