// Where the inlines of one paragraph or heading stand in the file.
// cmark's columns are right on a block's first line; further down they assume the first line's indentation.

/// Finds inlines in the bytes of the file, and joins the pieces of text that cmark leaves apart.
struct InlineLocator {
  private let lines: SourceLines
  private let lineOffset: Int
  private let blockColumn: Int
  /// The line on which cmark's columns are right; none if link definitions have moved them.
  private let firstLine: Int?

  init(lines: SourceLines, lineOffset: Int, block: MarkdownNode) {
    self.lines = lines
    self.blockColumn = block.range?.start.column ?? 1
    // Link definitions at the top of a paragraph are gone from cmark's line count.
    let claimed = Self.lastLine(block.children)
    let missing = claimed > 0 ? max(0, (block.range?.end.line ?? 0) - claimed) : 0
    if case .paragraph = block.kind { self.lineOffset = lineOffset + missing } else { self.lineOffset = lineOffset }
    firstLine = missing == 0 ? block.range.map { $0.start.line + lineOffset } : nil
  }

  private static func lastLine(_ nodes: [MarkdownNode]) -> Int {
    nodes.reduce(0) { max($0, $1.range?.end.line ?? 0, lastLine($1.children)) }
  }

  func located(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    var result: [MarkdownNode] = []
    // The pieces of the text at the end of `result`, joined when it is complete: there may be a million.
    var pieces: [String] = []
    func endText() {
      if pieces.count > 1 { result[result.count - 1].kind = .text(pieces.joined()) }
      pieces = []
    }
    for node in nodes {
      var next = node
      next.children = located(node.children)
      next.range = node.range.flatMap { range(of: node, claimed: $0) }.flatMap { $0.holds(next.children) ? $0 : nil }
      guard case .text(let text) = next.kind else {
        endText()
        result.append(next)
        continue
      }
      if text.isEmpty { continue }
      if pieces.isEmpty {
        result.append(next)
      } else {
        let start = result[result.count - 1].range?.start
        result[result.count - 1].range = SourceRange(from: start, to: next.range?.end)
      }
      pieces.append(text)
    }
    endText()
    return Self.inOrder(result)
  }

  /// Without the ranges that begin before the one in front has ended: a text was found where it stands another time.
  private static func inOrder(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    var end = SourcePosition(line: 0, column: 0)
    return nodes.map { node in
      guard let range = node.range else { return node }
      var node = node
      if range.start <= end { node.range = nil }
      end = max(end, range.end)
      return node
    }
  }

  private func range(of node: MarkdownNode, claimed: SourceRange) -> SourceRange? {
    switch node.kind {
    case .text(let text): textRange(Array(text.utf8), claimed.start)
    case .code(let code): codeRange(Array(code.utf8), claimed.start)
    case .emphasis, .strong: delimited(claimed, by: "*_", "*_")
    case .link(let destination, _): autolinkRange(node, destination) ?? delimited(claimed, by: "[", "])")
    case .image: delimited(claimed, by: "!", "])")
    case .htmlInline: delimited(claimed, by: "<", ">")
    default: nil
    }
  }

  /// The bytes of a line from a claimed place on, at the two columns where cmark may mean it.
  private func candidates(_ claimed: SourcePosition) -> [(line: Int, index: Int)] {
    let line = claimed.line + lineOffset
    let bytes = lines[line]
    var indices = [claimed.column - 1]
    if line != firstLine {
      let content = bytes.prefix { $0.isBlank || $0 == UInt8(ascii: ">") }.count
      indices.append(content + claimed.column - blockColumn)
    }
    return indices.filter { $0 >= 0 && $0 < bytes.count }.map { (line, $0) }
  }

  private func position(_ line: Int, _ index: Int) -> SourcePosition {
    SourcePosition(line: line, column: index + lines.firstColumn(line: line))
  }

  private func textRange(_ text: [UInt8], _ claimed: SourcePosition) -> SourceRange? {
    for (line, index) in candidates(claimed) {
      let rest = lines[line].dropFirst(index)
      var length: Int?
      if rest.starts(with: text) {
        length = text.count
      } else if rest.first == UInt8(ascii: "\\"), rest.dropFirst().starts(with: text) {
        length = text.count + 1
      } else if rest.first == UInt8(ascii: "&") {
        length = Self.referenceLength(rest)
      }
      if let length { return SourceRange(start: position(line, index), end: position(line, index + length - 1)) }
    }
    return nil
  }

  /// Of `&amp;` or `&#38;`.
  private static func referenceLength(_ text: ArraySlice<UInt8>) -> Int? {
    let name = text.dropFirst().prefix(40).prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
        true
      default: false
      }
    }
    return text.dropFirst(1 + name.count).first == UInt8(ascii: ";") ? name.count + 2 : nil
  }

  /// cmark claims the code between the backticks; the range includes them.
  private func codeRange(_ code: [UInt8], _ claimed: SourcePosition) -> SourceRange? {
    for (line, index) in candidates(claimed) {
      // Not a copy: a line may be long and hold much code.
      let bytes = lines[line]
      let first = bytes.startIndex
      let byte = { (index: Int) in index >= 0 && index < bytes.count ? bytes[first + index] : nil }
      let mark = UInt8(ascii: "`")
      let space = UInt8(ascii: " ")
      var start = index
      while byte(start) == space, !bytes[(first + start)...].starts(with: code) { start += 1 }
      guard bytes.dropFirst(start).starts(with: code) else { continue }
      var end = start + code.count
      if byte(start - 1) == space, byte(start - 2) == mark { start -= 1 }
      if byte(end) == space, byte(end + 1) == mark { end += 1 }
      guard byte(start - 1) == mark, byte(end) == mark else { continue }
      while byte(start - 1) == mark { start -= 1 }
      while byte(end) == mark { end += 1 }
      return SourceRange(start: position(line, start), end: position(line, end - 1))
    }
    return nil
  }

  /// `<https://…>`, whose place is that of its text; cmark's claim is in columns of the paragraph.
  private func autolinkRange(_ node: MarkdownNode, _ destination: String) -> SourceRange? {
    guard let first = node.children.first, case .text(let text) = first.kind, destination.hasSuffix(text),
      let inner = first.range.flatMap({ textRange(Array(text.utf8), $0.start) })
    else { return nil }
    let line = lines[inner.start.line]
    let index = line.startIndex + inner.start.column - lines.firstColumn(line: inner.start.line)
    guard line.prefix(upTo: index).last == UInt8(ascii: "<"),
      line.dropFirst(index - line.startIndex + text.utf8.count).first == UInt8(ascii: ">")
    else { return nil }
    return SourceRange(
      start: SourcePosition(line: inner.start.line, column: inner.start.column - 1),
      end: SourcePosition(line: inner.end.line, column: inner.end.column + 1))
  }

  private func delimited(_ claimed: SourceRange, by opening: String, _ closing: String) -> SourceRange? {
    guard let start = place(claimed.start, among: opening), let end = place(claimed.end, among: closing),
      start <= end
    else { return nil }
    return SourceRange(start: start, end: end)
  }

  private func place(_ claimed: SourcePosition, among delimiters: String) -> SourcePosition? {
    for (line, index) in candidates(claimed) {
      let bytes = lines[line]
      if delimiters.utf8.contains(bytes[bytes.startIndex + index]) { return position(line, index) }
    }
    return nil
  }
}

extension SourceRange {
  fileprivate init?(from start: SourcePosition?, to end: SourcePosition?) {
    guard let start, let end, start <= end else { return nil }
    self.init(start: start, end: end)
  }

  /// Whether everything whose place is known is inside.
  fileprivate func holds(_ nodes: [MarkdownNode]) -> Bool {
    nodes.allSatisfy { node in node.range.map { start <= $0.start && $0.end <= end } ?? holds(node.children) }
  }
}
