// All keys of an interactive run, and what can stand behind a colon.
import Rendering

enum KeyHelp {
  private static let keys: [(String, String)] = [
    ("Enter", "runs the step on the screen and goes on"),
    ("r", "runs the last step again, from the state above it"),
    ("b  f", "back and forth, without running"),
    ("g", "goes to a step, by its number or id"),
    ("e", "edits the step here and runs it; the file stays as it is"),
    ("E", "the same in your editor ($VISUAL or $EDITOR)"),
    ("v", "tries a variation of the step beside its own result"),
    ("k", "keeps the variation as an edit; any other key drops it"),
    ("o", "puts the original of an edited step back"),
    ("w", "writes the edited step into the lesson's file"),
    ("/", "finds text in prose, code and outputs; n goes to the next hit"),
    ("q", "leaves; the next run goes on where you were"),
    ("Ctrl-C", "ends a running step; at the prompt, leaves"),
  ]

  private static let lines: [(String, String)] = [
    (":weights[0, 2]", "any Swift: shows its value in full"),
    (":vars", "all variables with their types and shapes"),
    (":zoom NAME", "a picture as large as the window; a head and a row may follow"),
    (":step ID", "goes to a step"),
    (":edit ID", "and other keys by their words; Tab completes"),
  ]

  static func lines(_ options: TextOptions) -> [StyledLine] {
    let column = min((keys + lines).map(\.0.count).max() ?? 0, options.width / 3) + 2
    return (keys + [("", "")] + lines).flatMap { key, does -> [StyledLine] in
      if key.isEmpty { return [StyledLine()] }
      if options.plain { return StyledLine("\(key): \(does).").wrapped(to: options.width) }
      let text = StyledLine(does).wrapped(to: max(options.width - column, 8))
      return text.enumerated().map { index, line in
        StyledLine((index == 0 ? key : "").padded(to: column), TextStyle(bold: true)) + line
      }
    }
  }
}
