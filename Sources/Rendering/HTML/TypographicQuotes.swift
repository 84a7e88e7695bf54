// Quotation marks and apostrophes as a printer sets them. Authors type the straight ones; code keeps them.
import LessonDocuments

/// Turns `"so"` and `it's` into `“so”` and `it’s`, in texts that follow each other on a line.
struct TypographicQuotes {
  /// The character before; nil at the beginning.
  private var previous: Character?

  /// A text that stands alone.
  static func curled(_ text: String) -> String {
    var quotes = TypographicQuotes()
    return quotes.curl(text)
  }

  /// A block and all below it; each paragraph begins anew.
  static func curled(_ node: MarkdownNode) -> MarkdownNode {
    var quotes = TypographicQuotes()
    return quotes.curl(node, depth: 0)
  }

  private mutating func curl(_ node: MarkdownNode, depth: Int) -> MarkdownNode {
    guard depth < MarkdownNode.maximumDepth else { return node }
    var result = node
    switch node.kind {
    case .text(let text): result.kind = .text(curl(text))
    case .code(let code): previous = code.last ?? previous
    case .softBreak, .lineBreak: previous = " "
    case .emphasis, .strong, .link, .image, .htmlInline: break
    default: previous = nil
    }
    for index in result.children.indices { result.children[index] = curl(result.children[index], depth: depth + 1) }
    return result
  }

  private mutating func curl(_ text: String) -> String {
    var result = ""
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      index = text.index(after: index)
      let next = index < text.endIndex ? text[index] : nil
      switch character {
      case "\"": result.append(isOpening ? "\u{201c}" : "\u{201d}")
      // A year without its century begins with an apostrophe.
      case "'": result.append(isOpening && next?.isNumber != true ? "\u{2018}" : "\u{2019}")
      default: result.append(character)
      }
      previous = result.last
    }
    return result
  }

  private var isOpening: Bool {
    previous.map { $0.isWhitespace || "([{-–—/\u{201c}\u{2018}".contains($0) } ?? true
  }
}
