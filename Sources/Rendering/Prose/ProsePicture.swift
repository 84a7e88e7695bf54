// A lesson's prose as lines of a terminal: the blocks of CommonMark. What stands inside a paragraph is InlinePicture's.
import LessonDocuments

public enum ProsePicture {
  /// Paragraphs are not set wider than this many columns; longer lines are hard to read.
  public static let maximumTextWidth = 100

  /// The block `node` and all below it, without an empty line before or after. HTML comments are left out.
  public static func lines(for node: MarkdownNode, options: TextOptions) -> [StyledLine] {
    lines(for: [node], options: options)
  }

  /// Blocks that follow each other, an empty line between two.
  public static func lines(for nodes: [MarkdownNode], options: TextOptions) -> [StyledLine] {
    if options.plain { return ProseWords(options: options).lines(for: nodes) }
    return BlockPicture(options: options).lines(for: nodes, width: options.width, depth: 0)
  }
}

/// Draws blocks inside blocks; `width` is what the containers leave.
private struct BlockPicture {
  let options: TextOptions

  /// Containers that would leave less than this draw no indentation.
  private static let minimumTextWidth = 8
  private static let quiet = TextStyle(dim: true)

  func lines(for nodes: [MarkdownNode], width: Int, depth: Int, isTight: Bool = false) -> [StyledLine] {
    var lines: [StyledLine] = []
    for node in nodes where !node.isComment {
      let block = self.lines(for: node, width: width, depth: depth)
      if !isTight, !lines.isEmpty, !block.isEmpty { lines.append(StyledLine()) }
      lines += block
    }
    return lines
  }

  private func lines(for node: MarkdownNode, width: Int, depth: Int) -> [StyledLine] {
    let textWidth = min(width, ProsePicture.maximumTextWidth)
    guard depth < MarkdownNode.maximumDepth else {
      return InlinePicture([MarkdownNode(.text(node.plainText))], options: options).wrapped(to: textWidth)
    }
    switch node.kind {
    case .document: return lines(for: node.children, width: width, depth: depth + 1)
    case .heading(let level): return heading(node, level: level, width: textWidth)
    case .blockQuote:
      let bar = StyledLine(options.oneLine("│ "), Self.quiet)
      return indented(width: width, first: bar, rest: bar) { lines(for: node.children, width: $0, depth: depth + 1) }
    case .list(let style, let isTight): return list(node, style, isTight: isTight, width: width, depth: depth)
    case .listItem:
      // An item outside a list goes on from one that a step has interrupted, see LessonFlow.
      let space = StyledLine("   ")
      return indented(width: width, first: space, rest: space) {
        lines(for: node.children, width: $0, depth: depth + 1)
      }
    case .codeBlock(let info, let literal): return code(literal, info: info, width: width)
    case .htmlBlock(let html):
      return options.lines(of: html.withoutComments).flatMap { StyledLine($0).wrapped(to: textWidth) }
    case .thematicBreak: return [StyledLine(options.oneLine(String(repeating: "─", count: textWidth)), Self.quiet)]
    case .paragraph: return InlinePicture(node.children, options: options).wrapped(to: textWidth)
    // An inline among blocks is drawn as if it were a paragraph.
    default: return InlinePicture([node], options: options).wrapped(to: textWidth)
    }
  }

  /// Levels 1 and 2 are underlined, deeper ones keep their number signs.
  private func heading(_ node: MarkdownNode, level: Int, width: Int) -> [StyledLine] {
    let style = TextStyle(bold: true)
    guard level <= 2 else {
      let sign = StyledLine(String(repeating: "#", count: level) + " ", Self.quiet)
      return indented(width: width, first: sign, rest: StyledLine(String(repeating: " ", count: level + 1))) {
        InlinePicture(node.children, style: style, options: options).wrapped(to: $0)
      }
    }
    let text = InlinePicture(node.children, style: style, options: options).wrapped(to: width)
    let rule = String(repeating: level == 1 ? "═" : "─", count: text.map(\.displayWidth).max() ?? 0)
    return text + [StyledLine(options.oneLine(rule), style)]
  }

  private func list(
    _ node: MarkdownNode, _ style: MarkdownNode.ListStyle, isTight: Bool, width: Int, depth: Int
  ) -> [StyledLine] {
    let markers = node.children.indices.map { index in
      switch style {
      case .bullet: options.oneLine("•")
      case .ordered(let start): "\(start + index)."
      }
    }
    let markerWidth = markers.map(\.displayWidth).max() ?? 0
    var result: [StyledLine] = []
    for (item, marker) in zip(node.children, markers) {
      if !isTight, !result.isEmpty { result.append(StyledLine()) }
      let first = StyledLine(marker.padded(to: markerWidth, .right) + " ")
      let rest = StyledLine(String(repeating: " ", count: markerWidth + 1))
      let drawn = indented(width: width, first: first, rest: rest) {
        lines(for: item.children, width: $0, depth: depth + 2, isTight: isTight)
      }
      result += drawn.isEmpty ? [StyledLine(marker.padded(to: markerWidth, .right))] : drawn
    }
    return result
  }

  /// Swift in colours, other languages plain, four columns in.
  private func code(_ literal: String, info: String?, width: Int) -> [StyledLine] {
    let margin = StyledLine("    ")
    return indented(width: width, first: margin, rest: margin) { width in
      var inner = options
      inner.width = width
      let isSwift = info?.split(separator: " ").first == "swift"
      return isSwift ? CodePicture.lines(for: literal, options: inner) : CodePicture.plainLines(literal, options: inner)
    }
  }

  /// What `draw` makes of the width left, with `first` before its first line and `rest` before the others.
  private func indented(
    width: Int, first: StyledLine, rest: StyledLine, _ draw: (Int) -> [StyledLine]
  ) -> [StyledLine] {
    let inner = width - first.displayWidth
    guard inner >= Self.minimumTextWidth else { return draw(width) }
    return draw(inner).enumerated().map { index, line in
      line.spans.isEmpty && rest.plainText.allSatisfy { $0 == " " } && index > 0
        ? line : (index == 0 ? first : rest) + line
    }
  }
}
