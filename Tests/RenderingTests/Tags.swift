// The tags of a page, as a browser would see them.

struct Tags {
  private(set) var names: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var destinations: [String] = []
  private(set) var sources: [String] = []
  /// What is not balanced; nil if all is.
  private(set) var problem: String?

  static let allowed: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section", "h1", "h2", "h3", "h4", "h5",
    "h6", "p",
    "a", "ul", "ol", "li", "div", "span", "pre", "code", "em", "strong", "br", "hr", "blockquote", "details", "summary",
    "figure",
    "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td", "img", "progress", "svg", "desc", "g", "rect",
    "text",
    "title", "line", "path", "polyline", "circle",
  ]
  private static let void: Set<String> = ["meta", "img", "br", "hr"]

  init(_ page: String) throws {
    var open: [String] = []
    var rest = page[...]
    if rest.hasPrefix("<!doctype html>") { rest = rest.dropFirst("<!doctype html>".count) }
    let tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z0-9-]+="[^"<>]*")*)>/
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      guard let match = try tag.prefixMatch(in: rest) else {
        problem = "no tag of ours: \(rest.prefix(60))"
        return
      }
      let name = String(match.2)
      names.insert(name)
      for attribute in match.3.matches(of: /([a-zA-Z0-9-]+)="([^"]*)"/) {
        attributes.insert(String(attribute.1))
        if attribute.1 == "href" { destinations.append(String(attribute.2)) }
        if attribute.1 == "src" { sources.append(String(attribute.2)) }
      }
      if match.1 == "/" {
        guard open.popLast() == name else {
          problem = "</\(name)> closes something else"
          return
        }
      } else if !Self.void.contains(name) {
        open.append(name)
      }
      rest = rest[match.range.upperBound...]
    }
    if !open.isEmpty { problem = "never closed: \(open)" }
  }
}
