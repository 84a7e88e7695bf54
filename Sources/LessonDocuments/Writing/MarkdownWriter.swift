// From a tree to CommonMark text that reads as the same tree: the blocks. What stands inside a paragraph is InlineWriter's.
// cmark has a writer too, but it changes some trees: odd characters at the edges of text, nested emphasis, and more.

enum MarkdownWriter {
  /// The text of a block and all below it, with a `\n` behind each line.
  static func text(of node: MarkdownNode) -> String { lines(of: node).map { $0 + "\n" }.joined() }

  /// A paragraph that reads as nothing.
  static let separator = "[end]: #"

  private static func lines(of node: MarkdownNode) -> [String] {
    switch node.kind {
    case .document: return lines(of: node.children, isTight: false)
    case .blockQuote:
      let lines = lines(of: node.children, isTight: false)
      return lines.isEmpty ? [">"] : prefixed(lines, "> ", "> ")
    case .list(let style, let isTight): return list(node, style, isTight: isTight, otherMarks: false, indentation: "")
    case .listItem: return lines(of: node.children, isTight: false)
    case .codeBlock(let info?, let literal): return fence(literal, info: info)
    case .codeBlock(nil, let literal): return contentLines(literal).map { $0.isEmpty ? "" : "    " + $0 }
    case .htmlBlock(let html): return contentLines(html)
    // Not `---`, which would underline a paragraph or begin front matter.
    case .thematicBreak: return ["***"]
    case .heading, .paragraph: return InlineWriter.lines(of: node)
    // An inline where a block should be is written as a paragraph.
    default: return InlineWriter.lines(of: MarkdownNode(.paragraph, children: [node]))
    }
  }

  /// - Parameter itemMarks: the marks of the list whose item holds the blocks, if one does.
  private static func lines(of blocks: [MarkdownNode], isTight: Bool, itemMarks: Bool? = nil) -> [String] {
    var result: [String] = []
    var otherMarks = itemMarks ?? false
    for (index, block) in blocks.enumerated() {
      let previous = index > 0 ? blocks[index - 1] : nil
      if previous != nil, !isTight { result.append("") }
      if block.isIndentedCode, previous?.isIndentedCode == true { result += [separator, ""] }
      guard case .list(let style, let isTight) = block.kind else {
        result += lines(of: block)
        continue
      }
      // Two lists with the same marks would be one, and three marks on one line a thematic break.
      let isTouching = previous.map { $0.isList(like: style) } ?? (itemMarks != nil)
      otherMarks = isTouching && !otherMarks
      // Indented code below a list is not in its last item if it is less indented than that item's text.
      let isBeforeCode = blocks[(index + 1)...].first { !$0.isList }?.isIndentedCode == true
      result += list(
        block, style, isTight: isTight, otherMarks: otherMarks, indentation: isBeforeCode ? "   " : "")
    }
    return result
  }

  private static func list(
    _ node: MarkdownNode, _ style: MarkdownNode.ListStyle, isTight: Bool, otherMarks: Bool, indentation: String
  ) -> [String] {
    var result: [String] = []
    for (index, item) in node.children.enumerated() {
      let mark: String
      switch style {
      case .bullet: mark = indentation + (otherMarks ? "+" : "-")
      case .ordered(let start): mark = "\(indentation)\(min(start + index, 999_999_999))\(otherMarks ? ")" : ".")"
      }
      let lines = lines(of: item.children, isTight: isTight, itemMarks: otherMarks)
      let rest = String(repeating: " ", count: mark.count + 1)
      if index > 0, !isTight { result.append("") }
      if lines.isEmpty {
        result.append(mark)
      } else if lines[0].hasPrefix(" ") {
        // On the mark's line these blanks would count as the item's indentation.
        result += [mark] + prefixed(lines, rest, rest)
      } else {
        result += prefixed(lines, mark + " ", rest)
      }
    }
    return result
  }

  /// The lines with a prefix before the first and another before the rest; no blanks at the end of empty lines.
  private static func prefixed(_ lines: [String], _ first: String, _ rest: String) -> [String] {
    lines.enumerated().map { index, line in
      let prefix = index == 0 ? first : rest
      return line.isEmpty ? String(prefix.trimmingBlanks) : prefix + line
    }
  }

  private static func fence(_ literal: String, info: String) -> [String] {
    let marks = String(
      repeating: "`", count: max(3, MarkdownEscaping.longestRun(of: UInt8(ascii: "`"), in: literal) + 1))
    return [marks + MarkdownEscaping.infoString(info)] + contentLines(literal) + [marks]
  }

  /// The lines of a literal, whose last line ends too.
  private static func contentLines(_ literal: String) -> [String] {
    var lines = literal.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

extension MarkdownNode {
  fileprivate var isIndentedCode: Bool { if case .codeBlock(nil, _) = kind { true } else { false } }

  fileprivate var isList: Bool { if case .list = kind { true } else { false } }

  fileprivate func isList(like style: ListStyle) -> Bool {
    switch (kind, style) {
    case (.list(.bullet, _), .bullet), (.list(.ordered, _), .ordered): true
    default: false
    }
  }
}
