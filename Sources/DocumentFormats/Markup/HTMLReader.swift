// HTML: its text as a reader sees it.
import DocumentReading

/// Reads the text of a web page: blocks as they stand below each other, tables row by row. Left out is what is not seen or
/// only leads elsewhere: scripts, styles, hidden parts, menus.
struct HTMLReader {
  private var page = PageBuilder()
  private var inline = InlineText()

  static func page(_ bytes: [UInt8]) throws(DocumentError) -> DocumentPage {
    var reader = HTMLReader()
    guard let root = try tree(bytes).root else { return reader.page.page }
    let body = root.first("body") ?? root
    if !body.holds(["h1"]), let title = root.first("head")?.first("title") {
      reader.page.add(.heading(level: 1), TableText.closedUp(InlineText.text(of: title)))
    }
    reader.add(body, as: .paragraph)
    reader.flush(.paragraph)
    return reader.page.page
  }

  /// UTF-8 is taken as such, whatever the page says of itself; other encodings only if it names one.
  private static func tree(_ bytes: [UInt8]) throws(DocumentError) -> XMLTree {
    var encoding: String?
    var source = bytes
    do {
      source = Array(try TextDecoding.text(of: bytes).utf8)
      encoding = "UTF-8"
    } catch {
      let beginning = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
      guard case .notUTF8 = error.kind, beginning.contains("charset=") || beginning.contains("encoding=") else {
        throw error
      }
    }
    guard let tree = XMLTree(html: source, encoding: encoding) else {
      throw DocumentError(.damaged(reason: "libxml2 makes nothing of its HTML"))
    }
    return tree
  }

  private mutating func flush(_ kind: TextBlock.Kind) {
    page.add(kind, inline.text)
    inline = InlineText()
  }

  private mutating func add(_ element: XMLElement, as kind: TextBlock.Kind) {
    for child in element.children {
      switch child {
      case .text(let text): inline.add(text, isPreformatted: kind == .code)
      case .element(let element): addElement(element, in: kind)
      }
    }
  }

  private mutating func addElement(_ element: XMLElement, in kind: TextBlock.Kind) {
    let name = element.name
    guard !HTMLElements.isLeftOut(element) else { return }
    switch name {
    case "br": inline.breakLine()
    case "img": inline.add(element.attribute("alt").map { " \($0) " } ?? "", isPreformatted: false)
    case "table":
      flush(kind)
      if let table = HTMLTable(element) { add(table) } else { add(element, as: kind) }
      flush(kind)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush(kind)
      add(element, as: .heading(level: name.last?.wholeNumberValue ?? 1))
      flush(.heading(level: name.last?.wholeNumberValue ?? 1))
    case "li", "pre":
      flush(kind)
      add(element, as: name == "li" ? .listItem : .code)
      flush(name == "li" ? .listItem : .code)
    case _ where HTMLElements.blocks.contains(name):
      flush(kind)
      add(element, as: kind)
      flush(kind)
    default: add(element, as: kind)
    }
  }

  private mutating func add(_ table: HTMLTable) {
    page.add(.paragraph, table.caption)
    for row in table.rows { page.add(.tableRow, row) }
  }
}

/// What elements mean for the text.
enum HTMLElements {
  static func isLeftOut(_ element: XMLElement) -> Bool {
    if unseen.contains(element.name) { return true }
    if element.attribute("hidden") != nil || element.attribute("aria-hidden") == "true" { return true }
    if ["navigation", "search", "menu", "menubar"].contains(element.attribute("role")) { return true }
    let style = element.attribute("style")?.filter { !$0.isWhitespace }.lowercased() ?? ""
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  private static let unseen: Set<String> = [
    "head", "script", "style", "noscript", "template", "nav", "svg", "iframe", "object", "embed", "canvas", "audio",
    "video",
    "button", "select", "textarea", "input", "datalist", "map", "dialog",
  ]

  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "menu", "ol", "p",
    "section", "summary", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]
}

/// Text between two blocks, its white space closed up as a browser does.
struct InlineText {
  private(set) var text = ""
  private var endsInSpace = true

  mutating func add(_ source: String, isPreformatted: Bool) {
    for scalar in source.unicodeScalars {
      let isSpace = !isPreformatted && scalar.value <= 0x20
      if isSpace, endsInSpace { continue }
      text.unicodeScalars.append(isSpace || scalar == "\u{A0}" ? " " : scalar)
      endsInSpace = isSpace
    }
  }

  mutating func breakLine() {
    text.append("\n")
    endsInSpace = true
  }

  /// All text below an element, blocks separated by spaces.
  static func text(of element: XMLElement) -> String {
    var inline = InlineText()
    inline.add(element)
    return inline.text
  }

  private mutating func add(_ element: XMLElement) {
    for child in element.children {
      switch child {
      case .text(let text): add(text, isPreformatted: false)
      case .element(let element) where HTMLElements.isLeftOut(element): break
      case .element(let element) where element.name == "br": add(" ", isPreformatted: false)
      case .element(let element):
        let isBlock = HTMLElements.blocks.contains(element.name) || element.name == "li"
        if isBlock { add(" ", isPreformatted: false) }
        if element.name == "img", let words = element.attribute("alt") { add(words, isPreformatted: false) }
        add(element)
        if isBlock { add(" ", isPreformatted: false) }
      }
    }
  }
}
