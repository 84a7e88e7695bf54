// Lines that are drawn anew in their place, at the bottom of what a terminal shows.
import Rendering

/// What of it is on the screen. Nothing else may be written between two drawings.
struct RedrawnLines {
  /// Each with the columns that it takes.
  private var drawn: [(text: String, width: Int)] = []
  private var drawnColumns = 0

  var isEmpty: Bool { drawn.isEmpty }

  /// What the terminal must be sent to show these lines instead of the last ones; nil if they are the same.
  ///
  /// - Parameter columns: of the window; lines must be narrower.
  mutating func draw(_ lines: [StyledLine], columns: Int, options: TextOptions) -> String? {
    // Spaces at the end of a line are not sent, and a narrower window does not break them.
    let next = lines.map { line in
      let trailing = line.plainText.reversed().prefix { $0 == " " }.count
      return (text: line.encoded(options), width: line.displayWidth - trailing)
    }
    guard drawnColumns != columns || next.map(\.text) != drawn.map(\.text) else { return nil }
    let text = replacing(with: next.map(\.text), columns: columns)
    (drawn, drawnColumns) = (next, columns)
    return text
  }

  /// What the terminal must be sent to show lines that stay: what comes next stands below them.
  mutating func settle(_ lines: [StyledLine], columns: Int, options: TextOptions) -> String {
    defer { drawn = [] }
    return replacing(with: lines.map { $0.encoded(options) }, columns: columns)
  }

  /// Writes over the picture that is on the screen, and wipes what is left of it: at once, where a terminal can.
  private func replacing(with lines: [String], columns: Int) -> String {
    // A window that was made narrower has broken the lines that no longer fit.
    let rows = drawn.reduce(0) { $0 + max(1, ($1.width + columns - 1) / max(columns, 1)) }
    let text = lines.map { $0 + "\u{1b}[K\n" }.joined()
    return "\u{1b}[?2026h\r" + (rows > 0 ? "\u{1b}[\(rows)A" : "") + text + "\u{1b}[J\u{1b}[?2026l"
  }
}
