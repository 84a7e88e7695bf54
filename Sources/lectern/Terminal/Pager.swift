// Lines that are longer than the window, a page at a time.
import Foundation
import Rendering
import TextEditing

struct Pager {
  let keys: KeyReader
  let drawing: DrawingOptions

  /// What wide content may be drawn in.
  private static let wideWidth = 1000

  /// Shows lines until the reader leaves; with `--plain` prints them.
  ///
  /// - Parameters:
  ///   - isWide: lines may be wider than the window, and are scrolled sideways then
  ///   - lines: drawn again for each size of the window
  func show(title: String, isWide: Bool = false, _ lines: (TextOptions) -> [StyledLine]) {
    if drawing.plain || !Terminal.isInteractive {
      StandardOutput.write(lines(drawing.text()).encoded(drawing.text()))
      return
    }
    let screen = Screen(drawing: drawing)
    defer { screen.leave() }
    var view = PageView(title: title)
    var size: Screen.Size?
    keys.withoutSignals {
      while true {
        if screen.size != size {
          let now = screen.size
          let options = screen.options
          view.take(lines(Self.options(options, isWide)), columns: now.columns, rows: now.rows, options: options)
          size = now
        }
        let page = view.draw()
        screen.draw(page.lines, cursor: page.cursor.map { Screen.Cursor(row: $0.row, column: $0.column) })
        guard let key = keys.next() else { continue }
        if keys.isInterrupted || view.press(key) == .leave { return }
      }
    }
  }

  /// Prints lines that fit the window, and shows all others as a page.
  static func showIfLong(
    title: String, keys: KeyReader, drawing: DrawingOptions, isWide: Bool = false,
    _ lines: (TextOptions) -> [StyledLine]
  ) {
    let options = drawing.text()
    let drawn = lines(Self.options(options, isWide))
    // A row for what was asked, and one for what can be done next.
    let isLong = drawn.count > (Terminal.size?.rows ?? 24) - 2
    if isLong || drawn.contains(where: { $0.displayWidth > options.width }) {
      Pager(keys: keys, drawing: drawing).show(title: title, isWide: isWide, lines)
    } else {
      StandardOutput.write(drawn.encoded(options))
    }
  }

  private static func options(_ options: TextOptions, _ isWide: Bool) -> TextOptions {
    var options = options
    if isWide, !options.plain { options.width = wideWidth }
    return options
  }
}
