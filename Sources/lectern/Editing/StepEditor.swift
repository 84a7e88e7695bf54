// A step's source, edited in the terminal.
import Foundation
import Rendering
import TextEditing

struct StepEditor {
  let keys: KeyReader
  let drawing: DrawingOptions

  /// - Parameters:
  ///   - title: what is being edited, for the head of the page
  ///   - firstLine: the number of the first line
  /// - Returns: the text as it is then; nil if the reader gave up, or if a signal asks us to end.
  func edit(_ text: String, title: String, firstLine: Int) -> String? {
    let screen = Screen(drawing: drawing)
    defer { screen.leave() }
    var page = EditorPage(text, title: title, firstLine: firstLine)
    return keys.withoutSignals {
      while true {
        let size = screen.size
        let drawn = page.draw(columns: size.columns, rows: size.rows, options: screen.options)
        screen.draw(drawn.lines, cursor: Screen.Cursor(row: drawn.row, column: drawn.column))
        guard let key = keys.next() else { continue }
        if keys.isInterrupted { return nil }
        switch page.press(key) {
        case .editing: continue
        case .run: return page.buffer.text
        case .leave: return nil
        }
      }
    }
  }
}
