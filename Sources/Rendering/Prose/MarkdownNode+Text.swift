// What a Markdown tree says without its marks, and HTML without its comments.
import LessonDocuments

extension MarkdownNode {
  /// Deeper nesting than any author means is drawn flat, so that a hostile file cannot exhaust the stack.
  static let maximumDepth = 100

  /// The text of all nodes below, images by their alternative text, HTML left out. Blocks are separated by a space.
  package var plainText: String {
    var text = ""
    var stack = [self]
    while let node = stack.popLast() {
      switch node.kind {
      case .text(let literal), .code(let literal): text += literal
      case .codeBlock(_, let literal): text += literal + " "
      case .softBreak, .lineBreak, .paragraph, .heading: if !text.isEmpty, !text.hasSuffix(" ") { text += " " }
      default: break
      }
      stack.append(contentsOf: node.children.reversed())
    }
    return text
  }

  /// Whether the node is HTML that shows nothing: comments only.
  var isComment: Bool {
    switch kind {
    case .htmlBlock(let html): html.withoutComments.allSatisfy(\.isWhitespace)
    case .htmlInline(let html): html.hasPrefix("<!--")
    default: false
    }
  }
}

extension String {
  /// HTML without its comments; one that is not closed reaches to the end.
  var withoutComments: String {
    var result = ""
    var rest = self[...]
    while let start = rest.firstRange(of: "<!--") {
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstRange(of: "-->") else { return result }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
