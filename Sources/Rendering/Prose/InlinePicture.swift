// The inside of a paragraph: emphasis, code, links and images as styled text.
import LessonDocuments

/// Collects inline nodes into lines that are not wrapped yet; only a hard break starts a new one.
///
/// A terminal without colours has no bold or italics either: there the marks of Markdown stay. In words there are none:
/// a voice would spell them.
struct InlinePicture {
  let options: TextOptions
  private(set) var lines = [StyledLine()]

  static let codeStyle = TextStyle(foreground: TextColor(0, 140, 140))

  init(_ nodes: [MarkdownNode], style: TextStyle = TextStyle(), options: TextOptions) {
    self.options = options
    for node in nodes { add(node, style, depth: 0) }
  }

  /// At most `width` columns.
  func wrapped(to width: Int) -> [StyledLine] { lines.flatMap { $0.wrapped(to: width) } }

  private mutating func add(_ node: MarkdownNode, _ style: TextStyle, depth: Int) {
    guard depth < MarkdownNode.maximumDepth else { return append(node.plainText, style) }
    switch node.kind {
    case .text(let text): append(text, style)
    case .softBreak: append(" ", style)
    case .lineBreak: lines.append(StyledLine())
    case .code(let code): addMarked("`", style.code) { $0.append(code, style.code) }
    case .emphasis:
      var inner = style
      inner.isItalic = true
      addMarked("*", inner) { $0.addChildren(of: node, inner, depth) }
    case .strong:
      var inner = style
      inner.isBold = true
      addMarked("**", inner) { $0.addChildren(of: node, inner, depth) }
    case .link(let destination, _): addLink(node, to: destination, style, depth)
    case .image(let source, _):
      let file = source.split(separator: "/").last.map(String.init) ?? ""
      let text = "image: \(node.plainText.isEmpty ? file : node.plainText)"
      append(options.plain ? "(\(text))" : "[\(text)]", style)
    case .htmlInline(let html):
      if !node.isComment { append(html.replacing("\n", with: " "), style) }
    default:
      // A block among inlines is not what a parser makes; its text is still shown.
      append(node.plainText, style)
    }
  }

  private mutating func addChildren(of node: MarkdownNode, _ style: TextStyle, _ depth: Int) {
    for child in node.children { add(child, style, depth: depth + 1) }
  }

  private mutating func addMarked(_ mark: String, _ style: TextStyle, _ add: (inout Self) -> Void) {
    let isMarked = options.color == .none && !options.plain
    if isMarked { append(mark, style) }
    add(&self)
    if isMarked { append(mark, style) }
  }

  /// The text, then the destination where it says more than the text. Places in the same document are left out; a term
  /// of the glossary is a word like others.
  private mutating func addLink(_ node: MarkdownNode, to destination: String, _ style: TextStyle, _ depth: Int) {
    if Glossary.isLink(destination) { return addChildren(of: node, style, depth) }
    var inner = style
    inner.isUnderlined = true
    addChildren(of: node, inner, depth)
    let text = node.plainText
    let address = destination.hasPrefix("mailto:") ? String(destination.dropFirst("mailto:".count)) : destination
    if address.isEmpty || address.hasPrefix("#") || address == text { return }
    var quiet = style
    quiet.isDim = true
    append(text.isEmpty ? "(\(address))" : " (\(address))", quiet)
  }

  /// Spaces next to spaces vanish, as everywhere in Markdown.
  private mutating func append(_ text: String, _ style: TextStyle) {
    let last = lines.count - 1
    var safe = options.oneLine(text)[...]
    if safe.first == " ", lines[last].plainTextEndsInSpace { safe = safe.drop { $0 == " " } }
    lines[last].append(String(safe), style)
  }
}

extension TextStyle {
  fileprivate var code: TextStyle {
    var style = self
    style.foreground = InlinePicture.codeStyle.foreground
    return style
  }
}

extension StyledLine {
  /// Whether a space more at the end would be one too many.
  fileprivate var plainTextEndsInSpace: Bool { spans.last.map { $0.text.hasSuffix(" ") } ?? true }
}
