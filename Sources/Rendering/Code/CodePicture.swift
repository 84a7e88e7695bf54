// Source code as lines of a terminal: Swift in colours, long lines folded.
import LessonDocuments

public enum CodePicture {
  /// Highlighted Swift source.
  ///
  /// - Parameter firstLine: the number of the first line; nil draws no line numbers.
  /// - Returns: one or more lines of at most `options.width` columns for each line of the source; a line that goes on
  ///   from the one above starts with `↪` (`>` in ASCII), in words with `goes on:`.
  public static func lines(for source: String, firstLine: Int? = nil, options: TextOptions) -> [StyledLine] {
    numbered(highlighted(source, options), from: firstLine, options)
  }

  /// The source of a step, with the line numbers of its file if `hasLineNumbers`.
  public static func lines(
    for source: SourceText, hasLineNumbers: Bool = true, options: TextOptions
  ) -> [StyledLine] {
    lines(for: source.text, firstLine: hasLineNumbers ? source.firstLine : nil, options: options)
  }

  /// Text of another language, folded in the same way but in one colour.
  static func plainLines(_ text: String, options: TextOptions) -> [StyledLine] {
    numbered(options.lines(of: text).map { StyledLine($0) }, from: nil, options)
  }

  /// The lines of the source, however long, with tabs expanded and control characters visible.
  private static func highlighted(_ source: String, _ options: TextOptions) -> [StyledLine] {
    let source = HighlightedSource(source)
    var lines = (0..<source.lineCount).map { source.line($0, options: options) }
    if lines.count > 1, lines.last?.spans.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func numbered(_ lines: [StyledLine], from first: Int?, _ options: TextOptions) -> [StyledLine] {
    if options.plain {
      return lines.enumerated().flatMap { index, line in
        let numbered = StyledLine(first.map { "\($0 + index): " } ?? "") + line
        return numbered.folded(to: options.width, mark: "goes on: ")
      }
    }
    let gutter = first.map { String($0 + max(lines.count - 1, 0)).count + 2 } ?? 0
    let quiet = TextStyle(dim: true)
    return lines.enumerated().flatMap { index, line in
      line.folded(to: max(options.width - gutter, 8), mark: options.ascii ? "> " : "↪ ").enumerated().map { row, part in
        let label = row == 0 ? first.map { String($0 + index) } ?? "" : ""
        return gutter == 0 ? part : StyledLine(label.padded(to: gutter - 2, .right) + "  ", quiet) + part
      }
    }
  }
}

extension StyledLine {
  /// Folded to at most `width` columns without losing a character, so that code can be read back: where possible
  /// behind a space in the last third of a row. Rows but the first start with `mark`, dim.
  func folded(to width: Int, mark: String) -> [StyledLine] {
    var rows: [StyledLine] = []
    var row = StyledLine()
    var used = 0
    /// Where the row would be cut: its beginning and the rest of it.
    var cut: (row: StyledLine, rest: StyledLine, restWidth: Int)?
    var rest = StyledLine()
    var restWidth = 0
    guard displayWidth > width else { return [self] }
    for span in spans {
      for character in span.text {
        let columns = character.displayWidth
        if used + columns > width {
          rows.append(cut?.row ?? row)
          row = StyledLine(mark, TextStyle(dim: true)) + (cut?.rest ?? StyledLine())
          used = mark.displayWidth + (cut?.restWidth ?? 0)
          cut = nil
        }
        row.append(String(character), span.style)
        used += columns
        rest.append(String(character), span.style)
        restWidth += columns
        if character == " ", used > width * 2 / 3 { (rest, restWidth) = (StyledLine(), 0) }
        if used > width * 2 / 3 { cut = character == " " ? (row, StyledLine(), 0) : cut }
        if let found = cut { cut = (found.row, rest, restWidth) }
      }
    }
    return rows + [row]
  }
}
