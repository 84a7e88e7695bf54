// The page that `?` shows.
import Rendering

enum PresentationKeys {
  private static let keys: [(String, String)] = [
    ("Space Right Enter PageDown", "go on; runs the step whose output is next"),
    ("Left Backspace PageUp", "go back; nothing runs again"),
    ("Up Down", "scroll"),
    ("Home End", "first slide, last slide"),
    ("g", "go to a slide, by number or heading"),
    ("r", "run the step on the slide again"),
    ("Ctrl-C", "stop the running step; those above it live on"),
    ("l", "switch between the live and the rehearsed output"),
    ("e", "edit the step and run it; the file stays as it is"),
    ("o", "put the original back"),
    ("b .", "black; any key returns"),
    ("t", "timer on, off"),
    ("q", "leave"),
  ]

  static func lines(columns: Int, rows: Int, options: TextOptions) -> [StyledLine] {
    let left = keys.map(\.0.count).max() ?? 0
    let isNarrow = columns < left + 40
    let lines = keys.flatMap { key, what in
      isNarrow
        ? [StyledLine(key, TextStyle(bold: true)), StyledLine("  \(what)")]
        : [StyledLine(key.padded(to: left + 2), TextStyle(bold: true)) + StyledLine(what)]
    }
    let margin = StyledLine(String(repeating: " ", count: isNarrow ? 0 : 3))
    let page = [StyledLine(), StyledLine("Keys", TextStyle(bold: true)), StyledLine()] + lines
    return page.prefix(rows).map { margin + $0.truncated(to: columns, ellipsis: options.ellipsis) }
  }
}
