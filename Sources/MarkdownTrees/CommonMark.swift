// The bridge to libcmark, the only file that knows it: text → tree.
// Positions are those of cmark, in the text it was given; `MarkdownNode+Locating.swift` corrects them.

import CCMark

package enum CommonMark {
  /// Containers nested deeper than this are dropped and what they hold moves up, so that a tree can be walked by
  /// recursion whatever the file.
  package static let deepestNesting = 100

  package struct Parsed {
    package var document: MarkdownNode
    /// The line of the first container that was dropped, if one was.
    package var flattenedLine: Int?
  }

  /// Parses CommonMark 0.30, without extensions.
  ///
  /// - Parameter text: UTF-8 with `\n` endings and no NUL.
  static func parse(_ text: [UInt8]) -> Parsed {
    let root = text.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_SOURCEPOS)
    }
    guard let root else { return Parsed(document: MarkdownNode(.document)) }
    defer { cmark_node_free(root) }
    return tree(root)
  }
}

extension CommonMark {
  /// Walks with cmark's iterator and a stack, not by recursion: quotes may be nested ten thousand deep.
  private static func tree(_ root: OpaquePointer) -> Parsed {
    guard let iterator = cmark_iter_new(root) else { return Parsed(document: MarkdownNode(.document)) }
    defer { cmark_iter_free(iterator) }
    var parsed = Parsed(document: MarkdownNode(.document))
    var open: [MarkdownNode] = []
    var isDropped: [Bool] = []
    while true {
      switch cmark_iter_next(iterator) {
      case CMARK_EVENT_ENTER:
        guard let node = cmark_iter_get_node(iterator) else { continue }
        let type = cmark_node_get_type(node)
        let value = MarkdownNode(kind(of: node), range: range(of: node))
        if isLeaf(type) {
          open[open.count - 1].children.append(value)
        } else if shouldDrop(type, depth: open.count, parentIsDropped: isDropped.last ?? false) {
          isDropped.append(true)
          if parsed.flattenedLine == nil { parsed.flattenedLine = value.range?.start.line }
        } else {
          isDropped.append(false)
          open.append(value)
        }
      case CMARK_EVENT_EXIT:
        guard isDropped.popLast() == false, let value = open.popLast() else { continue }
        // A line with nothing but form feeds is a paragraph to cmark, and says nothing.
        if value.kind == .paragraph, value.children.isEmpty { continue }
        if open.isEmpty { parsed.document = value } else { open[open.count - 1].children.append(value) }
      default:
        return parsed
      }
    }
  }

  private static func shouldDrop(_ type: cmark_node_type, depth: Int, parentIsDropped: Bool) -> Bool {
    switch type {
    case CMARK_NODE_ITEM: parentIsDropped
    case CMARK_NODE_DOCUMENT, CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: false
    default: depth >= deepestNesting
    }
  }

  /// Whether cmark's iterator sends no exit event for it.
  private static func isLeaf(_ type: cmark_node_type) -> Bool {
    switch type {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  private static func kind(of node: OpaquePointer) -> MarkdownNode.Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list(listStyle(of: node), isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: .listItem
    case CMARK_NODE_CODE_BLOCK: .codeBlock(info: string(cmark_node_get_fence_info(node)), literal: literal(of: node))
    case CMARK_NODE_HTML_BLOCK: .htmlBlock(literal(of: node))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text(literal(of: node))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code(literal(of: node))
    case CMARK_NODE_HTML_INLINE: .htmlInline(literal(of: node))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK:
      .link(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      .image(source: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    default: .document
    }
  }

  private static func listStyle(of node: OpaquePointer) -> MarkdownNode.ListStyle {
    cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      ? .ordered(start: Int(cmark_node_get_list_start(node))) : .bullet
  }

  private static func literal(of node: OpaquePointer) -> String { string(cmark_node_get_literal(node)) }

  private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }

  /// nil where cmark records no place (line breaks).
  private static func range(of node: OpaquePointer) -> SourceRange? {
    let start = SourcePosition(
      line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
    let end = SourcePosition(line: Int(cmark_node_get_end_line(node)), column: Int(cmark_node_get_end_column(node)))
    return start.line > 0 ? SourceRange(start: start, end: end) : nil
  }
}
