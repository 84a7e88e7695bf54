// From the positions that cmark claims to positions in the file's bytes, checked against those bytes.
// cmark counts in its normalised text, ends some blocks a line early or late, and loses its place in some inlines.

extension MarkdownNode {
  /// Parses the lines of a file from `firstLine` on, with the range of every block.
  ///
  /// An inline has a range where it was found in the bytes; the few that cmark misplaces beyond repair have none.
  package static func parse(_ lines: SourceLines, from firstLine: Int) -> CommonMark.Parsed {
    var parsed = CommonMark.parse(lines.normalised(from: firstLine))
    let locator = NodeLocator(lines: lines, lineOffset: firstLine - 1)
    parsed.document = locator.block(parsed.document, parentEnd: lines.count)
    parsed.flattenedLine = parsed.flattenedLine.map { $0 + firstLine - 1 }
    return parsed
  }
}

private struct NodeLocator {
  let lines: SourceLines
  /// Lines of the file above the parsed text.
  let lineOffset: Int

  /// - Parameter parentEnd: the line of the file on which the container ends, as cmark has it.
  func block(_ node: MarkdownNode, parentEnd: Int) -> MarkdownNode {
    var result = node
    let start = position(node.range?.start ?? SourcePosition(line: 1, column: 1))
    let claimedEnd = (node.range?.end.line ?? 1) + lineOffset
    switch node.kind {
    case .heading, .paragraph:
      result.range = SourceRange(start: start, end: endOfLine(claimedEnd))
      let inlines = InlineLocator(lines: lines, lineOffset: lineOffset, block: node)
      result.children = inlines.located(node.children)
    case .codeBlock(let info, let literal):
      let contentLines = literal.utf8.count { $0 == UInt8(ascii: "\n") }
      if info?.isEmpty == false || isFenced(literal, at: start) {
        result.kind = .codeBlock(info: info, literal: withoutIndentation(literal, ofFenceAt: start))
        let closing = start.line + contentLines + 1
        let isClosed = claimedEnd == closing && parentEnd >= closing
        result.range = SourceRange(start: start, end: endOfLine(isClosed ? closing : closing - 1))
      } else {
        result.kind = .codeBlock(info: nil, literal: literal)
        result.range = SourceRange(start: start, end: endOfLine(start.line + max(1, contentLines) - 1))
      }
    case .htmlBlock(let literal):
      let contentLines = literal.utf8.count { $0 == UInt8(ascii: "\n") }
      result.range = SourceRange(start: start, end: endOfLine(start.line + max(1, contentLines) - 1))
    case .document:
      result.children = node.children.map { block($0, parentEnd: lines.count) }
      result.range = SourceRange(start: start, end: endOfLine(max(start.line, lines.count)))
    case .blockQuote, .list, .listItem:
      result.children = node.children.map { block($0, parentEnd: claimedEnd) }
      result.range = SourceRange(start: start, end: containerEnd(result, start: start, claimed: claimedEnd))
    default:
      result.range = SourceRange(start: start, end: endOfLine(claimedEnd))
    }
    return result
  }

  private func position(_ claimed: SourcePosition) -> SourcePosition {
    let line = claimed.line + lineOffset
    return SourcePosition(line: line, column: lines.column(ofNormalised: max(1, claimed.column), line: line))
  }

  private func endOfLine(_ line: Int) -> SourcePosition {
    SourcePosition(line: line, column: lines.lastColumn(line: line))
  }

  /// A list ends where its last block ends; a quote may go on with empty lines that have its mark.
  private func containerEnd(_ node: MarkdownNode, start: SourcePosition, claimed: Int) -> SourcePosition {
    var line = max(claimed, start.line)
    if let last = node.children.last?.range?.end {
      guard case .blockQuote = node.kind, line > last.line else { return last }
    }
    while line > start.line, lines.isBlank(line: line) { line -= 1 }
    return endOfLine(line)
  }

  /// Takes away what cmark leaves of a tab before the lines of a fence: it counts a tab as one column of the fence's
  /// indentation, also where a list has taken a part of the tab.
  private func withoutIndentation(_ literal: String, ofFenceAt start: SourcePosition) -> String {
    let indentation = lines[start.line].prefix(start.column - lines.firstColumn(line: start.line))
    guard indentation.contains(UInt8(ascii: "\t")) else { return literal }
    var number = start.line
    return literal.split(separator: "\n", omittingEmptySubsequences: false).map { text in
      number += 1
      let line = lines.normalised(line: number)
      guard line.starts(with: indentation), text.utf8.count > line.count - indentation.count else { return text }
      return text.dropFirst(text.utf8.count - (line.count - indentation.count))
    }.joined(separator: "\n")
  }

  /// cmark gives indented code and a fence without an info string alike. A fence's first line is not in its literal,
  /// and a content line that looks exactly like an opening without info string would close it.
  private func isFenced(_ literal: String, at start: SourcePosition) -> Bool {
    let rest = lines.normalised(line: start.line).dropFirst(start.column - lines.firstColumn(line: start.line))
    guard let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
    guard rest.prefix(3).count == 3, rest.prefix(3).allSatisfy({ $0 == mark }) else { return false }
    return !literal.utf8.prefix { $0 != UInt8(ascii: "\n") }.elementsEqual(rest)
  }
}
