// The part of a long line that a window shows which is scrolled sideways.

extension TextOptions {
  /// Stand where a line goes on outside the window.
  var marks: (before: String, behind: String) { ascii ? ("<", ">") : ("‹", "›") }
}

extension StyledLine {
  /// What is seen through `width` columns from the column `left` on. The first and the last column hold a mark where
  /// the line goes on; a wide character that is cut in two leaves a space.
  public func window(from left: Int, width: Int, options: TextOptions) -> StyledLine {
    let columns = displayWidth
    if left == 0, columns <= width { return self }
    guard width > 2 else { return cut(left..<left + width) }
    let hasBefore = left > 0 && columns > 0
    let hasBehind = columns > left + width
    let quiet = TextStyle(dim: true)
    var line = StyledLine(hasBefore ? options.marks.before : "", quiet)
    line.spans += cut(left + (hasBefore ? 1 : 0)..<left + width - (hasBehind ? 1 : 0)).spans
    line.append(hasBehind ? options.marks.behind : "", quiet)
    return line
  }

  private func cut(_ range: Range<Int>) -> StyledLine {
    var line = StyledLine()
    var column = 0
    for span in spans where column < range.upperBound {
      for character in span.text {
        let end = column + character.displayWidth
        if column >= range.lowerBound, end <= range.upperBound {
          line.append(String(character), span.style)
        } else if end > range.lowerBound, column < range.upperBound {
          let seen = min(end, range.upperBound) - max(column, range.lowerBound)
          line.append(String(repeating: " ", count: seen), span.style)
        }
        column = end
      }
    }
    return line
  }
}
