// Styled lines cut, filled up and broken by terminal columns. The style of each character stays.

extension StyledLine {
  public var displayWidth: Int { spans.reduce(0) { $0 + $1.text.displayWidth } }

  public static func + (a: StyledLine, b: StyledLine) -> StyledLine { StyledLine(a.spans + b.spans) }

  public mutating func append(_ text: String, _ style: TextStyle = TextStyle()) {
    guard !text.isEmpty else { return }
    if let last = spans.indices.last, spans[last].style == style {
      spans[last].text += text
    } else {
      spans.append(StyledSpan(text, style))
    }
  }

  /// At most `width` columns; what is cut ends in the ellipsis, if that fits.
  public func truncated(to width: Int, ellipsis: String) -> StyledLine {
    guard displayWidth > width else { return self }
    let mark = ellipsis.displayWidth <= width ? ellipsis : ""
    var room = width - mark.displayWidth
    var result = StyledLine()
    var style = TextStyle()
    for span in spans {
      style = span.style
      let kept = span.text.prefix(columns: room)
      result.append(String(kept), span.style)
      room -= kept.displayWidth
      if kept.endIndex < span.text.endIndex { break }
    }
    result.append(mark, style)
    return result
  }

  /// Filled with spaces to `width` columns; a longer line stays as it is.
  public func padded(to width: Int, _ alignment: TextAlignment = .left) -> StyledLine {
    let missing = max(0, width - displayWidth)
    let before =
      switch alignment {
      case .left: 0
      case .right: missing
      case .center: missing / 2
      }
    var result = StyledLine()
    result.append(String(repeating: " ", count: before))
    result.spans += spans
    result.append(String(repeating: " ", count: missing - before))
    return result
  }

  /// Broken between words to at most `width` columns, or inside a word that is longer; East Asian text breaks
  /// anywhere. Every line but the first begins with `indent` columns of space. Spaces at a break vanish, spaces at the
  /// beginning stay. At least one line.
  public func wrapped(to width: Int, indent: Int = 0) -> [StyledLine] {
    guard displayWidth > width else { return [self] }
    var wrapper = LineWrapper(width: max(width, 1), indent: min(indent, max(width - 2, 0)))
    for span in spans {
      for character in span.text { wrapper.add(character, span.style) }
    }
    return wrapper.finish()
  }
}

/// Collects characters into words and words into lines.
private struct LineWrapper {
  let width: Int
  let indent: Int
  private var lines: [StyledLine] = []
  private var line = StyledLine()
  private var lineWidth = 0
  private var spaces = StyledLine()
  private var spacesWidth = 0
  private var word = StyledLine()
  private var wordWidth = 0
  /// Whether the line holds more than its indent.
  private var lineHasWords = false

  init(width: Int, indent: Int) {
    self.width = width
    self.indent = indent
  }

  mutating func add(_ character: Character, _ style: TextStyle) {
    if character == " " {
      placeWord()
      spaces.append(" ", style)
      spacesWidth += 1
      return
    }
    let columns = character.displayWidth
    if columns == 2 { placeWord() }
    if wordWidth + columns > width - indent { placeWord() }
    word.append(String(character), style)
    wordWidth += columns
    if columns == 2 { placeWord() }
  }

  mutating func finish() -> [StyledLine] {
    placeWord()
    return lines + [line]
  }

  private mutating func placeWord() {
    guard !word.spans.isEmpty else { return }
    if lineWidth + spacesWidth + wordWidth > width, lineHasWords || spacesWidth > 0 {
      if lineHasWords { breakLine() }
      spaces = StyledLine()
      spacesWidth = 0
    }
    for span in spaces.spans + word.spans { line.append(span.text, span.style) }
    lineWidth += spacesWidth + wordWidth
    lineHasWords = true
    (spaces, spacesWidth, word, wordWidth) = (StyledLine(), 0, StyledLine(), 0)
  }

  private mutating func breakLine() {
    lines.append(line)
    line = StyledLine()
    line.append(String(repeating: " ", count: indent))
    lineWidth = indent
    lineHasWords = false
  }
}
