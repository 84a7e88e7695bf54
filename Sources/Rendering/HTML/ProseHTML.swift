// A lesson's prose as HTML. Raw HTML in it is shown as the text it is; comments are left out.
import LessonDocuments

enum ProseHTML {
  static func html(for node: MarkdownNode, depth: Int = 0) -> HTML {
    guard depth < MarkdownNode.maximumDepth else { return .element("p", text: node.plainText) }
    if node.isComment { return .empty }
    var inside: [HTML] { node.children.map { html(for: $0, depth: depth + 1) } }
    switch node.kind {
    case .document: return inside.joined("\n")
    case .heading(let level): return heading(node, level: level)
    case .paragraph: return .element("p", [:], [inlines(node.children, depth: depth)])
    case .blockQuote: return .element("blockquote", [:], inside)
    case .list(let style, let isTight):
      let items = node.children.map { item in
        HTML.element(
          "li", [:],
          item.children.map { child in
            // A tight list has its text without the space of paragraphs.
            if isTight, case .paragraph = child.kind { return inlines(child.children, depth: depth + 2) }
            return html(for: child, depth: depth + 2)
          })
      }
      if case .ordered(let start) = style {
        return .element("ol", ["start": start == 1 ? nil : String(start)], items)
      }
      return .element("ul", [:], items)
    // An item outside a list goes on from one that a step has interrupted, see LessonFlow.
    case .listItem: return .element("div", ["class": "continued"], inside)
    case .codeBlock(let info, let literal):
      let isSwift = info?.split(separator: " ").first == "swift"
      return isSwift ? CodeHTML.html(for: literal) : .element("pre", [:], [.element("code", text: literal)])
    case .htmlBlock(let html): return .element("p", text: html.withoutComments)
    case .thematicBreak: return .element("hr")
    default: return .element("p", [:], [inline(node, depth)])
    }
  }

  static func heading(_ node: MarkdownNode, level: Int, id: String? = nil) -> HTML {
    let content = [inlines(node.children)]
    return switch level {
    case ...1: .element("h1", ["id": id], content)
    case 2: .element("h2", ["id": id], content)
    case 3: .element("h3", ["id": id], content)
    case 4: .element("h4", ["id": id], content)
    case 5: .element("h5", ["id": id], content)
    default: .element("h6", ["id": id], content)
    }
  }

  static func inlines(_ nodes: [MarkdownNode], depth: Int = 0) -> HTML {
    nodes.map { inline($0, depth + 1) }.joined()
  }

  private static func inline(_ node: MarkdownNode, _ depth: Int) -> HTML {
    guard depth < MarkdownNode.maximumDepth else { return .text(node.plainText) }
    switch node.kind {
    case .text(let text): return .text(text)
    case .softBreak: return .text("\n")
    case .lineBreak: return .element("br")
    case .code(let code): return .element("code", text: code)
    case .emphasis: return .element("em", [:], [inlines(node.children, depth: depth)])
    case .strong: return .element("strong", [:], [inlines(node.children, depth: depth)])
    case .link(let destination, let title):
      return link(inlines(node.children, depth: depth), to: destination, title: title)
    case .image(let source, let title):
      // The page fetches nothing: a picture that stands elsewhere is a link to it.
      let text = HTML.text("image: \(node.plainText.isEmpty ? source : node.plainText)")
      return link(text, to: source, title: title)
    case .htmlInline(let html): return node.isComment ? .empty : .text(html)
    default: return .text(node.plainText)
    }
  }

  private static func link(_ content: HTML, to destination: String, title: String) -> HTML {
    guard isHarmless(destination) else { return content }
    return .element("a", ["href": exported(destination), "title": title.isEmpty ? nil : title], [content])
  }

  /// Another lesson's file as that lesson is exported, so that pages in one folder find each other.
  private static func exported(_ destination: String) -> String {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first, path.hasSuffix(".md"), !path.contains(":"),
      let file = path.split(separator: "/").last?.dropLast(".md".count)
    else { return destination }
    return NumberedName(file).slug + ".html" + (parts.count > 1 ? "#" + parts[1] : "")
  }

  /// Web, mail and places relative to the page; nothing that a browser would run.
  static func isHarmless(_ destination: String) -> Bool {
    let visible = destination.unicodeScalars.filter { $0.value > 0x20 }
    let start = String(String.UnicodeScalarView(visible)).lowercased()
    let scheme = start.prefix { !"/?#".contains($0) }
    guard scheme.contains(":") else { return true }
    return ["http:", "https:", "mailto:"].contains { start.hasPrefix($0) }
  }
}
