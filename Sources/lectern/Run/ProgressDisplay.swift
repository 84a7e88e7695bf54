// Progress on standard error: redrawn in place on a terminal, a line every ten per cent without one or in words.
import Foundation
import Rendering
import StepRecords

/// The window may change its size at any time, and others write between two redraws if they call `giveWay` first.
struct ProgressDisplay: Sendable {
  private let options: @Sendable () -> TextOptions
  private let isRedrawn: Bool
  /// In the order they began; the last one to report is drawn in full.
  private var running: [(name: String, history: ProgressHistory)] = []
  private var latest = ""
  private var told: [String: Int] = [:]
  private var drawn = RedrawnLines()
  private var nextDraw = ContinuousClock.now

  private static let pause = Duration.milliseconds(100)
  private static let mostOthers = 3

  init(options: TextOptions) { self.init { options } }

  /// - Parameter options: asked for each drawing, since windows change their size.
  init(options: @escaping @Sendable () -> TextOptions) {
    self.options = options
    isRedrawn =
      StandardError.isTerminal && !options().plain && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  mutating func show(_ state: ProgressRecord, name: String) {
    var history = running.first { $0.name == name }?.history ?? ProgressHistory()
    if history.isLeftBehind(by: state) { (history, told[name]) = (ProgressHistory(), nil) }
    history.add(state)
    if let index = running.firstIndex(where: { $0.name == name }) {
      running[index].history = history
    } else {
      running.append((name, history))
    }
    latest = name
    guard isRedrawn else { return tellTenth(state, name: name) }
    if history.isComplete || ContinuousClock.now >= nextDraw { draw() }
  }

  /// Call it before anything else is written: what is done stays above it, what still runs is drawn again below it.
  mutating func giveWay() { settle { $0.isComplete } }

  /// What comes next stands below the last pictures, which stay, each once.
  mutating func end() {
    settle { _ in true }
    told = [:]
  }

  // MARK: In place

  private mutating func draw() {
    let window = Terminal.size ?? (columns: 80, rows: 24)
    var options = options()
    // The last column stays free: some terminals go to the next line there, and some do not.
    options.width = max(TextOptions.minimumWidth, min(options.width, window.columns - 1))
    let others = running.filter { $0.name != latest && !$0.history.isComplete }.suffix(Self.mostOthers)
    var lines = others.flatMap { other in
      LiveProgressPicture.lines(for: other.history, name: other.name, rows: 1, options: options)
    }
    if let current = running.first(where: { $0.name == latest }) {
      lines += LiveProgressPicture.lines(
        for: current.history, name: current.name, rows: window.rows - lines.count, options: options)
    }
    lines = lines.suffix(max(1, window.rows - 1)).map {
      $0.truncated(to: max(1, window.columns - 1), ellipsis: options.ellipsis)
    }
    let began = ContinuousClock.now
    guard let text = drawn.draw(lines, columns: window.columns, options: options) else { return }
    StandardError.write(text)
    // A slow line gets nine tenths of its time for other things.
    nextDraw = .now + max(Self.pause, (.now - began) * 10)
  }

  private mutating func settle(_ isSettled: (ProgressHistory) -> Bool) {
    let settled = running.filter { isSettled($0.history) }
    running.removeAll { isSettled($0.history) }
    guard isRedrawn, !drawn.isEmpty || !settled.isEmpty else { return }
    let options = options()
    let last = settled.flatMap { ProgressPicture.lines(for: $0.history, name: $0.name, options: options) }
    StandardError.write(drawn.settle(last, columns: Terminal.size?.columns ?? 80, options: options))
  }

  // MARK: Line by line

  private mutating func tellTenth(_ state: ProgressRecord, name: String) {
    // Without a known end, whenever there is twice as much.
    let tenth = state.total > 0 ? state.done * 10 / state.total : Int.bitWidth - max(state.done, 0).leadingZeroBitCount
    guard tenth > told[name] ?? -1 else { return }
    told[name] = tenth
    var plain = options()
    plain.color = .none
    StandardError.write(ProgressPicture.lines(history: [state], name: name, options: plain).encoded(plain))
  }
}
