// Attention as a map for each head, small and side by side if there are several, and in words.
import StepRecords

enum AttentionHTML {
  private static let widthBesideOthers = 336.0
  /// Sentences for each head in the picture's description.
  private static let sentences = 6

  static func html(for attention: AttentionRecord, _ record: Record) -> HTML {
    let facts = AttentionPicture.facts(attention, TextOptions())
    guard let grid = AttentionGrid(attention) else {
      return RecordHTML.figure(
        record, kind: AttentionPicture.kind(record.name), facts: facts,
        [.element("p", ["class": "quiet"], text: AttentionPicture.emptyNote(attention))])
    }
    let heads = maps(of: attention, grid, name: record.name).enumerated().map { head, picture -> HTML in
      guard grid.heads > 1 else { return picture }
      return .element("figure", [:], [.element("figcaption", text: "head \(head)"), picture])
    }
    var legend = "Each row (query) looks at columns (keys)"
    if grid.areProbabilities { legend += "; numbers are percent, a row adds up to 100\u{a0}%" }
    if grid.hasMasked { legend += "; pale cells are masked" }
    let words = AttentionDescription.sentences(for: attention, perHead: sentences)
    return RecordHTML.figure(
      record, kind: AttentionPicture.kind(record.name), facts: facts,
      [
        .element("div", ["class": "heads"], heads), .element("p", ["class": "quiet"], text: legend + "."),
        .element(
          "details", [:],
          [.element("summary", text: "in words"), .element("ul", [:], words.map { .element("li", text: $0) })]),
      ])
  }

  /// A map for each head.
  static func maps(of attention: AttentionRecord, _ grid: AttentionGrid, name: String) -> [HTML] {
    let scale = ShadeScale(attention: grid, options: TextOptions())
    let numbers = NumberText(TextOptions())
    return (0..<grid.heads).map { head in
      var map = HeatMapSVG(rows: grid.queries, columns: grid.keys, scale: scale) { query, key in
        grid.isMasked(head: head, query: query, key: key) ? nil : grid.value(head: head, query: query, key: key)
      }
      map.rowLabels = (0..<grid.queries).map { TokenLabel.text(attention.rowLabels, at: $0, TextOptions()) }
      map.columnLabels = (0..<grid.keys).map { TokenLabel.text(attention.columnLabels, at: $0, TextOptions()) }
      map.labelWidth = SVG.width(of: "100")
      map.label = { grid.areProbabilities ? numbers.fixed($0 * 100, decimals: 0) : numbers.short($0, digits: 2) }
      if grid.heads > 1 { map.maximumWidth = widthBesideOthers }
      let title = RecordHTML.title(name, grid.heads > 1 ? "attention, head \(head)" : "attention")
      let words = AttentionDescription.sentences(of: head, attention, grid, most: sentences, options: TextOptions())
      return map.picture(title: title, description: words.joined(separator: "; "))
    }
  }
}
