// A full-screen editor of Swift source: what keys do to it, and how it looks. A value; the terminal is elsewhere.
import Rendering

public struct EditorPage: Sendable {
  public enum Outcome: Equatable, Sendable {
    /// Goes on.
    case editing
    /// The text is ready.
    case run
    /// The reader gave up, and there is nothing to lose or they said so.
    case leave
  }

  public struct Drawing: Equatable, Sendable {
    public var lines: [StyledLine]
    /// Of the cursor, both from 0.
    public var row: Int
    public var column: Int
  }

  public private(set) var buffer: TextBuffer
  private let title: String
  private let firstLine: Int
  private let original: [String]

  private var top = ScrollOffset()
  /// Of the cursor's line; the others are seen from their beginning.
  private var left = ScrollOffset()
  private var scrolledLine = 0
  private var pageRows = 20
  /// Of the lines as they were drawn last.
  private var highlighted: (lines: [String], source: HighlightedSource)?
  private var isLeaving = false

  /// - Parameters:
  ///   - title: what is edited
  ///   - firstLine: the number of the first line
  public init(_ text: String, title: String, firstLine: Int) {
    buffer = TextBuffer(text)
    original = buffer.lines
    self.title = title
    self.firstLine = firstLine
  }

  public var isChanged: Bool { buffer.lines != original }

  // MARK: Keys

  public mutating func press(_ key: Key) -> Outcome {
    if isLeaving { return answer(key) }
    switch key {
    case .control("s"): return .run
    case .escape, .interrupt, .endOfInput:
      if !isChanged { return .leave }
      isLeaving = true
    case .enter: buffer.insertNewline()
    case .tab: buffer.indent()
    case .backTab: buffer.unindent()
    case .pageUp: buffer.moveDown(1 - max(pageRows, 2))
    case .pageDown: buffer.moveDown(max(pageRows, 2) - 1)
    default: buffer.press(key)
    }
    return .editing
  }

  /// Whether changes are dropped. Escape and Ctrl-C are pressed twice by habit, so they go back to the text.
  private mutating func answer(_ key: Key) -> Outcome {
    switch key {
    case .character("d"), .character("D"), .endOfInput: return .leave
    case .control("s"): return .run
    case .escape, .interrupt, .enter: isLeaving = false
    default: break
    }
    return .editing
  }

  // MARK: Looks

  public mutating func draw(columns: Int, rows: Int, options: TextOptions) -> Drawing {
    let frame = PageFrame(columns: columns, rows: rows, options: options)
    let gutter = columns < 30 ? 0 : String(firstLine + buffer.lines.count - 1).count + 2
    let width = max(1, columns - gutter)
    pageRows = frame.contentRows
    let column = options.columns(of: buffer.textBeforeCursor)
    top.follow(buffer.cursor.line, size: pageRows, margin: pageRows > 8 ? 2 : 0)
    top.clamp(count: buffer.lines.count, size: pageRows)
    if scrolledLine != buffer.cursor.line { left.move(to: 0) }
    scrolledLine = buffer.cursor.line
    // On the narrowest windows marks at the ends would leave nothing between them.
    left.follow(column, size: width, margin: width > 4 ? 2 : 0)
    // The cursor may stand behind the last character.
    left.clamp(count: options.columns(of: buffer.lines[buffer.cursor.line]) + 1, size: width)

    let source = currentSource()
    let end = min(top.first + pageRows, buffer.lines.count)
    let content = (top.first..<end).map { index in
      let isCurrent = index == buffer.cursor.line
      return number(firstLine + index, gutter: gutter, isCurrent: isCurrent)
        + source.line(index, options: options)
        .window(from: isCurrent ? left.first : 0, width: width, options: options)
    }
    return Drawing(
      lines: frame.lines(title: title, content: content, status: status(frame)),
      row: buffer.cursor.line - top.first + (frame.hasTitle ? 1 : 0), column: gutter + column - left.first)
  }

  private mutating func currentSource() -> HighlightedSource {
    if let highlighted, highlighted.lines == buffer.lines { return highlighted.source }
    let source = HighlightedSource(buffer.text)
    highlighted = (buffer.lines, source)
    return source
  }

  private func number(_ number: Int, gutter: Int, isCurrent: Bool) -> StyledLine {
    guard gutter > 0 else { return StyledLine() }
    let label = String(number).padded(to: gutter - 2, .right) + "  "
    return StyledLine(label, isCurrent ? TextStyle(bold: true) : PageFrame.quiet)
  }

  private func status(_ frame: PageFrame) -> StyledLine {
    if isLeaving {
      let question =
        switch frame.columns {
        case ..<32: "d drop, Esc back"
        case ..<64: "d drops changes, Esc edits on"
        default: "Leave without running? d drops your changes, Esc goes on editing"
        }
      return frame.message(question)
    }
    let place = "\(firstLine + buffer.cursor.line):\(buffer.cursor.column + 1)"
    if frame.columns < 30 { return frame.status(["^S run", "Esc leave"], place: place) }
    return frame.status(
      ["Ctrl-S run", "Esc leave", "Ctrl-Z undo", "Alt-Z redo", "Ctrl-K cut", "Ctrl-Y put back", "Alt-B/F words"],
      place: place)
  }
}
