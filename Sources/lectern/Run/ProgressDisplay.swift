// Progress on standard error: redrawn in place on a terminal, a line every ten per cent without one.
import Rendering
import StepRecords

struct ProgressDisplay {
  private let options: TextOptions
  private let isTerminal = StandardError.isTerminal
  private var histories: [String: [ProgressRecord]] = [:]
  private var tenthsTold: [String: Int] = [:]
  private var linesDrawn = 0

  init(options: TextOptions) { self.options = options }

  mutating func show(_ state: ProgressRecord, name: String) {
    // A computation that starts again begins a new history.
    if let last = histories[name]?.last, last.done > state.done { histories[name] = nil }
    histories[name, default: []].append(state)
    let history = histories[name] ?? []
    guard isTerminal else { return tellTenth(state, name: name) }
    let lines = ProgressPicture.lines(history: history, name: name, options: options)
    let up = linesDrawn > 0 ? "\u{1b}[\(linesDrawn)A\r\u{1b}[J" : ""
    StandardError.write(up + lines.encoded(options))
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
    let plain = TextOptions(width: options.width, ascii: options.ascii)
    StandardError.write(ProgressPicture.lines(history: [state], name: name, options: plain).encoded(plain))
  }
}
