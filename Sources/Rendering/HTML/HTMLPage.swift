// The frame of every page of ours: one file, no script, nothing fetched, light and dark, fit for print.

package enum HTMLPage {
  /// What a browser may do with the page, should anything that is not ours ever become markup.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  /// - Parameters:
  ///   - rules: of a style sheet, beside those of all pages.
  ///   - generator: what made the page.
  package static func source(
    title: String, header: [HTML], main: [HTML], rules: StaticString = "", generator: String? = nil
  ) -> String {
    let head: [HTML] = [
      .element("meta", ["charset": "utf-8"]),
      .element("meta", ["name": "viewport", "content": "width=device-width,initial-scale=1"]),
      .element("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
      generator.map { .element("meta", ["name": "generator", "content": $0]) } ?? .empty,
      .element("title", text: title), .element("style", [:], [.verbatim(PageStyle.sheet + "\(rules)")]),
    ]
    let body: [HTML] = [.element("header", [:], header), .element("main", [:], [main.joined("\n")])]
    let page = HTML.element("html", ["lang": "en"], [.element("head", [:], head), .element("body", [:], body)])
    return "<!doctype html>\n" + page.source + "\n"
  }
}
