// Progress on standard error: redrawn in place on a terminal, a line every ten per cent without one.
import LessonDocuments
import Rendering
import StepRecords

struct ProgressDisplay {
  let drawing: StepDrawing
  private let isTerminal = StandardError.isTerminal
  private var histories: [String: [ProgressRecord]] = [:]
  private var tenthsTold: [String: Int] = [:]
  private var linesDrawn = 0

  init(drawing: StepDrawing) { self.drawing = drawing }

  mutating func show(_ state: ProgressRecord, name: String) {
    // A computation that starts again begins a new history.
    if let last = histories[name]?.last, last.done > state.done { histories[name] = nil }
    histories[name, default: []].append(state)
    let history = histories[name] ?? []
    guard isTerminal else { return tellTenth(state, name: name) }
    let lines = drawing.progress(history, name: name)
    let up = linesDrawn > 0 ? "\u{1b}[\(linesDrawn)A\r\u{1b}[J" : ""
    StandardError.write(up + lines.encoded(drawing.options))
    linesDrawn = lines.count
  }

  /// What comes next stands below the last picture, which stays.
  mutating func end() {
    linesDrawn = 0
    histories = [:]
    tenthsTold = [:]
  }

  private mutating func tellTenth(_ state: ProgressRecord, name: String) {
    let tenth = state.total > 0 ? state.done * 10 / state.total : 0
    guard tenth > tenthsTold[name] ?? -1 else { return }
    tenthsTold[name] = tenth
    let lines = drawing.progress([state], name: name)
    StandardError.write(lines.encoded(TextOptions(width: drawing.options.width, ascii: drawing.options.ascii)))
  }
}
