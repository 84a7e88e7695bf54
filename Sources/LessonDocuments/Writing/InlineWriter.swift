// From the inside of a paragraph or heading to CommonMark text. Emphasis is spelled in one way after the other until
// the parser reads it back as it was.

struct InlineWriter {
  /// The choices that CommonMark leaves.
  private struct Spelling {
    /// A bit for each emphasis in order: `_` instead of `*`. nil: whichever does not touch another mark.
    var underscores: UInt?
    /// Whether the characters that touch an emphasis from outside are written as references, which count as punctuation.
    var hidesNeighbours = false
    /// Whether the first line is kept from being read as an HTML block by a line above that reads as nothing.
    var hasSeparator = false
  }

  private let spelling: Spelling
  private let isHeading: Bool
  private var text = ""
  private var emphasisCount: UInt = 0

  /// So many spellings are tried, the plain ones first.
  private static let mostSpellings: UInt = 64

  /// The lines of a paragraph or heading.
  static func lines(of node: MarkdownNode) -> [String] {
    let plain = lines(of: node, Spelling())
    guard node.hasMarks else { return plain }
    let expected = MarkdownNode(.document, children: [node]).withoutPositions
    for spelling in spellings {
      let lines = lines(of: node, spelling)
      let text = Array(lines.joined(separator: "\n").utf8)
      if MarkdownNode.parse(SourceLines(text), from: 1).document.withoutPositions == expected { return lines }
    }
    return plain
  }

  private static var spellings: some Sequence<Spelling> {
    ([nil] + (0..<mostSpellings).map { $0 }).lazy.flatMap { underscores in
      [(false, false), (true, false), (false, true)].map {
        Spelling(underscores: underscores, hidesNeighbours: $0, hasSeparator: $1)
      }
    }
  }

  private static func lines(of node: MarkdownNode, _ spelling: Spelling) -> [String] {
    let isMultiline = node.children.contains { $0.hasBreak }
    var level: Int?
    if case .heading(let value) = node.kind { level = value }
    var writer = InlineWriter(spelling: spelling, isHeading: level != nil && !isMultiline)
    writer.add(node.children, hasEdges: true, mark: nil)
    let text = writer.text
    switch level {
    case let level? where !isMultiline:
      let marks = String(repeating: "#", count: level)
      return [text.isEmpty ? marks : "\(marks) \(text)"]
    default:
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if spelling.hasSeparator { lines = [MarkdownWriter.separator, "    " + lines[0]] + lines.dropFirst() }
      if let level { lines.append(level == 1 ? "===" : "---") }
      return lines
    }
  }

  private init(spelling: Spelling, isHeading: Bool) {
    self.spelling = spelling
    self.isHeading = isHeading
  }

  private var isAtLineStart: Bool { !isHeading && (text.isEmpty || text.hasSuffix("\n")) }

  /// - Parameters:
  ///   - hasEdges: whether blanks at both ends would be lost or mean something.
  ///   - mark: what the emphasis around is written with.
  private mutating func add(_ nodes: [MarkdownNode], hasEdges: Bool, mark: Character?) {
    var previousMark: Character?
    for (index, node) in nodes.enumerated() {
      let previous = index > 0 ? nodes[index - 1] : nil
      let next = index + 1 < nodes.count ? nodes[index + 1] : nil
      var currentMark: Character?
      switch node.kind {
      case .text(let literal):
        let neighbours = TextNeighbours(
          startsLine: isAtLineStart, isInHeading: isHeading,
          hidesFirst: previous.map { $0.isEmphasis && spelling.hidesNeighbours } ?? false,
          hidesLast: next.map { $0.isEmphasis && spelling.hidesNeighbours } ?? false,
          isFirst: previous.map(\.isBreak) ?? hasEdges, isLast: next.map(\.isBreak) ?? hasEdges,
          isBeforeLink: next?.isLink ?? false)
        text += MarkdownEscaping.text(literal, neighbours)
      case .softBreak: text += "\n"
      case .lineBreak: text += "\\\n"
      case .code(let code): text += MarkdownEscaping.codeSpan(code)
      case .htmlInline(let html): addHTML(html)
      case .emphasis, .strong:
        let touching = index == 0 || next == nil ? mark ?? previousMark : previousMark
        let chosen = chooseMark(touching: touching)
        let marks = String(repeating: chosen, count: node.kind == .strong ? 2 : 1)
        text += marks
        add(node.children, hasEdges: true, mark: chosen)
        text += marks
        currentMark = chosen
      case .link(let destination, let title):
        if title.isEmpty, node.children.map(\.kind) == [.text(destination)], MarkdownEscaping.isAutolink(destination) {
          text += "<\(destination)>"
        } else {
          addLink(node, destination, title)
        }
      case .image(let source, let title):
        text += "!"
        addLink(node, source, title)
      // A block inside a paragraph is not what a parser makes; its text is still written.
      default: add(node.children, hasEdges: true, mark: mark)
      }
      previousMark = currentMark
    }
  }

  private mutating func chooseMark(touching: Character?) -> Character {
    defer { emphasisCount += 1 }
    if let underscores = spelling.underscores {
      return emphasisCount < UInt.bitWidth && underscores & (1 << emphasisCount) != 0 ? "_" : "*"
    }
    return touching == "*" ? "_" : "*"
  }

  private mutating func addLink(_ node: MarkdownNode, _ destination: String, _ title: String) {
    text += "["
    add(node.children, hasEdges: false, mark: nil)
    text += "](" + MarkdownEscaping.destination(destination, hasTitle: !title.isEmpty)
    if !title.isEmpty { text += " " + MarkdownEscaping.title(title) }
    text += ")"
  }

  /// Behind four blanks, which are lost, a line in a paragraph begins no block.
  private mutating func addHTML(_ html: String) {
    for (index, line) in html.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { text += "\n" }
      if text.hasSuffix("\n"), line.first?.isLetter != true { text += "    " }
      text += line
    }
  }
}

extension MarkdownNode {
  /// Whether how it is read depends on what stands around.
  fileprivate var hasMarks: Bool {
    switch kind {
    case .emphasis, .strong, .htmlInline: true
    default: children.contains { $0.hasMarks }
    }
  }

  fileprivate var hasBreak: Bool { isBreak || children.contains { $0.hasBreak } }
  fileprivate var isBreak: Bool { kind == .softBreak || kind == .lineBreak }
  fileprivate var isEmphasis: Bool { kind == .emphasis || kind == .strong }
  fileprivate var isLink: Bool { if case .link = kind { true } else { false } }
}
