// Found text marked in a styled line.

extension StyledLine {
  /// The line with every occurrence of `text` in `style`, whatever the case of its letters and whichever spans it goes
  /// across. What the style leaves open, a colour or a weight, stays as it was.
  public func highlighting(_ text: String, style: TextStyle) -> StyledLine {
    let found = marks(of: text)
    guard found.contains(true) else { return self }
    var result = StyledLine()
    var place = 0
    for span in spans {
      for character in span.text {
        result.append(String(character), found[place] ? span.style.overlaid(with: style) : span.style)
        place += 1
      }
    }
    return result
  }

  /// Whether the text is somewhere in the line, whatever the case of its letters.
  public func holds(_ text: String) -> Bool { marks(of: text).contains(true) }

  /// For each character, span by span, whether it belongs to an occurrence. Occurrences do not overlap.
  private func marks(of text: String) -> [Bool] {
    let wanted = text.map { $0.lowercased() }
    let line = spans.flatMap { $0.text.map { $0.lowercased() } }
    var marks = Array(repeating: false, count: line.count)
    guard !wanted.isEmpty, wanted.count <= line.count else { return marks }
    var start = 0
    while start + wanted.count <= line.count {
      let end = start + wanted.count
      guard line[start..<end].elementsEqual(wanted) else {
        start += 1
        continue
      }
      for place in start..<end { marks[place] = true }
      start = end
    }
    return marks
  }
}

extension TextStyle {
  /// This style where `other` says nothing. Found text is never dim.
  fileprivate func overlaid(with other: TextStyle) -> TextStyle {
    TextStyle(
      foreground: other.foreground ?? foreground, background: other.background ?? background,
      bold: isBold || other.isBold, dim: other.isDim, italic: isItalic || other.isItalic,
      underlined: isUnderlined || other.isUnderlined)
  }
}
