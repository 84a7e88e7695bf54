// What a watch has on the terminal beside what it watches: rules between the runs, a line of keys, answers to keys.
// Without a terminal, sentences on standard error.
import Foundation
import Rendering

final class WatchScreen {
  let drawing: DrawingOptions
  /// Whether somebody sits at the keys.
  let isInteractive: Bool
  /// Whether each run begins on a clear screen.
  private var clears = false
  /// The last row of the terminal, while it holds a line that goes again.
  private var line: StyledLine?

  init(drawing: DrawingOptions, isInteractive: Bool) {
    self.drawing = drawing
    self.isInteractive = isInteractive
  }

  deinit { hideLine() }

  /// Asked for each time: the terminal may have been resized.
  var options: TextOptions { drawing.text() }

  private var dash: String { options.ascii ? "-" : "─" }
  private var dot: String { options.ascii ? "|" : "·" }

  // MARK: Text that stays

  func write(_ lines: [StyledLine]) {
    hideLine()
    if !lines.isEmpty { StandardOutput.write(lines.fitted(options).encoded(options)) }
  }

  /// Sentences, one a line.
  func say(_ text: String, _ style: TextStyle = TextStyle()) {
    guard isInteractive else { return StandardError.write(text + "\n") }
    let options = options
    write(options.lines(of: text).flatMap { StyledLine($0, style).wrapped(to: options.width) })
  }

  /// What went wrong; the watch goes on.
  func warn(_ text: String) { say(text, isInteractive ? PictureStyle.warning : TextStyle()) }

  /// The beginning of a run, and why it began.
  func rule(_ reason: String) {
    guard isInteractive else { return StandardError.write(reason + "\n") }
    hideLine()
    if clears { StandardOutput.write("\u{1b}[H\u{1b}[2J") }
    let (options, time) = (options, Self.time())
    if options.plain { return write([StyledLine(), StyledLine("\(time): \(options.oneLine(reason))")]) }
    var line = StyledLine("\(dash)\(dash) \(time) \(dot) ", StepDrawing.quiet)
    line.append(options.oneLine(reason) + " ", TextStyle(bold: true))
    line = line.truncated(to: options.width, ellipsis: options.ellipsis)
    line.append(String(repeating: dash, count: max(0, options.width - line.displayWidth)), StepDrawing.quiet)
    write([StyledLine(), line, StyledLine()])
  }

  /// Keys and what they do, and below them sentences.
  func explain(_ keys: [(key: String, meaning: String)], _ sentences: String) {
    let options = options
    let width = keys.map(\.key.displayWidth).max() ?? 0
    var lines = [StyledLine("Keys", TextStyle(bold: true))]
    for (key, meaning) in keys {
      var line = StyledLine("  ")
      line.append(key.padded(to: width), TextStyle(bold: true))
      line.append("  " + options.oneLine(meaning))
      lines += line.wrapped(to: options.width, indent: width + 4)
    }
    write(lines + StyledLine(options.oneLine(sentences)).wrapped(to: options.width))
  }

  // MARK: Clearing

  /// Clears the screen, now and before each run; the second time, no longer.
  func toggleClearing() {
    guard !options.plain else { return say("With --plain nothing is cleared.") }
    clears.toggle()
    hideLine()
    if clears { StandardOutput.write("\u{1b}[H\u{1b}[2J") }
    say(clears ? "Each run begins on a clear screen; c again lets them follow each other." : "The screen is kept.")
  }

  // MARK: The line that goes again

  /// What is watched, and which keys there are; without a terminal how to end.
  ///
  /// - Parameters:
  ///   - path: from the course's folder.
  ///   - note: what has just happened, if that needs no line of its own.
  func prompt(_ path: String, _ keys: [String], note: String? = nil) {
    guard isInteractive else {
      return StandardError.write((note.map { "\($0)\n" } ?? "") + "watching \(path); Ctrl-C ends\n")
    }
    let options = options
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let text = { (parts: [String]) in parts.joined(separator: " \(self.dot) ") }
    var parts = [options.oneLine(note ?? "watching \(name)")] + keys
    // In a narrow window what is watched goes before a key does, and the later of the keys before the last two.
    if note == nil, text(parts).displayWidth > options.width - 1 { parts.removeFirst() }
    while text(parts).displayWidth > options.width - 1, parts.count > 3 { parts.remove(at: parts.count - 3) }
    show(StyledLine(text(parts), StepDrawing.quiet))
  }

  /// Something that takes a moment.
  func busy(_ text: String) {
    guard isInteractive, !options.plain else { return }
    show(StyledLine(options.oneLine(text) + options.ellipsis, StepDrawing.quiet))
  }

  /// A question that one key answers.
  func ask(_ question: String) {
    let lines = StyledLine(options.oneLine(question), TextStyle(bold: true)).wrapped(to: options.width - 1)
    write(lines.dropLast())
    if let last = lines.last { show(last) }
  }

  /// For a window of another size.
  func redrawLine() {
    guard let line, !options.plain else { return }
    show(line)
  }

  private func show(_ line: StyledLine) {
    hideLine()
    let options = options
    let fitting = line.truncated(to: options.width - 1, ellipsis: options.ellipsis).encoded(options)
    StandardOutput.write(options.plain ? fitting + "\n" : fitting)
    self.line = options.plain ? nil : line
  }

  func hideLine() {
    guard line != nil else { return }
    line = nil
    StandardOutput.write("\r\u{1b}[K")
  }

  // MARK: Pieces

  /// `14:03:09`
  static func time() -> String {
    var (now, parts) = (Foundation.time(nil), tm())
    localtime_r(&now, &parts)
    let two = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
  }
}
