// Pieces that both reports are made of.
import Rendering

package enum ReportParts {
  /// Beside the rules of all pages.
  package static let rules: StaticString = """
    header,main{max-width:70rem}
    .passed{color:var(--string);font-weight:600}.open{color:var(--accent);font-weight:600}
    .exercise{margin:1.5rem 0;padding:.2rem 1rem 1rem;border:1px solid var(--rule);border-radius:.5rem}
    .exercise h2{margin:.6em 0 .3em}td p{margin:.1em 0}
    table{width:100%}td{overflow-wrap:anywhere}thead th{border-bottom-width:2px}
    .numbers{width:auto;font-size:.85rem}.numbers td{padding:.1rem .8rem .1rem 0}
    .comment{border-left:.25rem solid var(--accent);padding-left:.8rem;white-space:pre-wrap}
    @media print{.exercise,tr{break-inside:avoid}a{color:inherit;text-decoration:none}}
    """

  /// A table; a column is numeric if its title begins with `#`, which is not shown.
  package static func table(_ titles: [String], _ rows: [[HTML]]) -> HTML {
    let isNumeric = titles.map { $0.hasPrefix("#") }
    let style = { (column: Int) in isNumeric.indices.contains(column) && isNumeric[column] ? "numeric" : nil }
    let head = titles.enumerated().map { column, title in
      HTML.element("th", ["scope": "col", "class": style(column)], text: String(title.drop { $0 == "#" }))
    }
    let body = rows.map { row in
      HTML.element(
        "tr", [:], row.enumerated().map { .element("td", ["class": style($0.offset)], [$0.element]) })
    }
    return .element(
      "div", ["class": "scroll"],
      [
        .element(
          "table", [:],
          [.element("thead", [:], [.element("tr", [:], head)]), .element("tbody", [:], body)])
      ])
  }

  package static func section(_ id: String, _ title: String, _ parts: [HTML]) -> HTML {
    .element("section", ["id": id], [.element("h2", text: title)] + parts)
  }

  package static func quiet(_ text: String) -> HTML { .element("p", ["class": "quiet"], text: text) }

  /// A name on one line, whatever it holds, of a length that a table bears.
  package static func name(_ text: String) -> String { text.sanitizedOnOneLine().truncated(to: 60) }

  package static func status(_ text: String, isGood: Bool?) -> HTML {
    .element("span", ["class": isGood.map { $0 ? "passed" : "failed" } ?? "open"], text: text)
  }
}
