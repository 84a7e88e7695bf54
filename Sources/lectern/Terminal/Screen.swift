// The whole terminal as a page that is drawn anew: only the rows that changed are sent, which is what makes it calm, and
// quick over ssh.
import Foundation
import Rendering

final class Screen {
  struct Size: Equatable {
    var columns: Int
    var rows: Int
  }

  struct Cursor: Equatable {
    /// Both from 0.
    var row: Int
    var column: Int
  }

  private let drawing: DrawingOptions
  private var shown: [String] = []
  private var shownSize: Size?
  private var shownGeneration = 0
  private var isEntered = false

  /// Takes the terminal's other page, so that what was on it comes back at the end.
  init(drawing: DrawingOptions) {
    self.drawing = drawing
    enter()
  }

  deinit { leave() }

  /// How to draw, for the window as it is now.
  var options: TextOptions {
    var options = drawing.text()
    options.width = max(TextOptions.minimumWidth, min(options.width, size.columns))
    return options
  }

  var size: Size {
    guard let size = Terminal.size, size.rows > 0 else { return Size(columns: 80, rows: 24) }
    return Size(columns: size.columns, rows: size.rows)
  }

  /// Shows lines from the top; those below the last row are not seen, and rows without a line are empty.
  ///
  /// - Parameter cursor: where it blinks; nil hides it.
  func draw(_ lines: [StyledLine], cursor: Cursor? = nil) {
    let (size, options) = (size, options)
    var text = "\u{1b}[?25l"
    if size != shownSize || TerminalState.generation != shownGeneration {
      text += "\u{1b}[0m\u{1b}[2J"
      shown = []
      shownSize = size
      shownGeneration = TerminalState.generation
    }
    let rows = (0..<size.rows).map { row in
      row < lines.count ? Self.row(lines[row], columns: size.columns, options) : ""
    }
    for (row, line) in rows.enumerated() where row >= shown.count ? !line.isEmpty : shown[row] != line {
      text += "\u{1b}[\(row + 1);1H" + (line.isEmpty ? Self.clearing : line)
    }
    shown = rows
    if let cursor {
      text += "\u{1b}[\(min(cursor.row, size.rows - 1) + 1);\(min(cursor.column, size.columns - 1) + 1)H\u{1b}[?25h"
    }
    StandardOutput.write(text)
  }

  private static let clearing = "\u{1b}[K"

  /// What draws a row. Behind a full one the cursor stays on its last character, which clearing would take away.
  private static func row(_ line: StyledLine, columns: Int, _ options: TextOptions) -> String {
    let text = line.truncated(to: columns, ellipsis: options.ellipsis).encoded(options)
    return line.displayWidth < columns ? text + clearing : clearing + text
  }

  /// The terminal as others expect it, around `body`: an editor, a pager.
  func lending<Result>(_ body: () throws -> Result) rethrows -> Result {
    leave()
    defer { enter() }
    return try body()
  }

  private func enter() {
    guard !isEntered else { return }
    isEntered = true
    TerminalState.enterScreen()
  }

  func leave() {
    guard isEntered else { return }
    isEntered = false
    TerminalState.leaveScreen()
  }
}
