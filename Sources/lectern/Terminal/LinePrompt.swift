// One line of text from the reader, below what is on the screen.
import Foundation
import Rendering
import TextEditing

struct LinePrompt {
  enum Answer: Equatable {
    case text(String)
    /// Escape.
    case cancelled
    /// Ctrl-C.
    case interrupted
    /// Ctrl-D, or the terminal is gone.
    case end
  }

  let keys: KeyReader
  let drawing: DrawingOptions

  /// Waits for a line. When it returns the cursor stands at the beginning of an empty row, and what was typed is gone
  /// (with `--plain` it stays above).
  ///
  /// - Parameters:
  ///   - history: earlier lines, for Up and Down; gets this one too.
  ///   - completions: names that Tab completes.
  ///   - text: stands there at first.
  func ask(
    _ prompt: String, history: LineHistory? = nil, completions: [String] = [], text: String = ""
  ) -> Answer {
    let line = PromptLine(text, history: history?.lines ?? [], completions: completions)
    let answer = keys.withoutSignals {
      drawing.plain ? askPlainly(prompt, line) : TerminalState.markingPastes { askDrawing(prompt, line) }
    }
    if case .text(let text) = answer { history?.add(text) }
    return answer
  }

  /// What ends a line; nil for all other keys.
  private func answer(_ key: Key?, _ line: PromptLine) -> Answer? {
    switch key {
    case .enter: .text(line.text)
    case .escape: .cancelled
    case .interrupt: .interrupted
    case .endOfInput: .end
    default: nil
    }
  }

  // MARK: Drawn anew with each key

  private func askDrawing(_ prompt: String, _ line: PromptLine) -> Answer {
    var line = line
    var column = draw(prompt, &line, clearing: "\r")
    while true {
      let key = keys.next()
      // Terminals fold the row when they become narrower, and the cursor goes down with it.
      let above = key == .resized ? column / max(1, Terminal.size?.columns ?? 80) : 0
      let clearing = "\r" + (above > 0 ? "\u{1b}[\(above)A" : "") + (key == .resized ? "\u{1b}[J" : "")
      if let answer = answer(key, line) {
        StandardOutput.write("\r\u{1b}[K")
        return answer
      }
      if let key { line.press(key) }
      column = draw(prompt, &line, clearing: clearing)
    }
  }

  /// - Returns: the column of the cursor
  private func draw(_ prompt: String, _ line: inout PromptLine, clearing: String) -> Int {
    let options = drawing.text()
    let width = max(4, min(options.width, Terminal.size?.columns ?? options.width) - 1)
    let label = StyledLine(prompt, TextStyle(bold: true)).truncated(to: width / 2, ellipsis: options.ellipsis)
    let (typed, column) = line.draw(width: width - label.displayWidth, options: options)
    let cursor = label.displayWidth + column
    StandardOutput.write(
      clearing + (label + typed).encoded(options) + "\u{1b}[K\r" + (cursor > 0 ? "\u{1b}[\(cursor)C" : ""))
    return cursor
  }

  // MARK: Never drawn anew

  /// For those who listen: what is typed is echoed once, what is deleted is taken back with backspaces.
  private func askPlainly(_ prompt: String, _ line: PromptLine) -> Answer {
    var line = line
    let options = drawing.text()
    var shown = options.oneLine(line.text)
    StandardOutput.write(options.oneLine(prompt) + shown)
    while true {
      let key = keys.next()
      if let answer = answer(key, line) {
        StandardOutput.write("\n")
        return answer
      }
      switch key {
      case .character, .pasted, .backspace, .tab, .backTab, .up, .down, .control("u"), .control("w"): break
      default: continue
      }
      if let key { line.press(key) }
      let text = options.oneLine(line.text)
      let same = zip(shown, text).prefix { $0 == $1 }.count
      let taken = shown.dropFirst(same).displayWidth
      StandardOutput.write(String(repeating: "\u{8} \u{8}", count: taken) + text.dropFirst(same))
      shown = text
      if !line.offers.isEmpty {
        let names = options.oneLine(line.offers.joined(separator: ", "))
        StandardOutput.write("\n\(names)\n\(options.oneLine(prompt))\(shown)")
      }
    }
  }
}

/// The lines that a reader typed, for those who ask for more of the kind.
final class LineHistory {
  /// The latest last.
  private(set) var lines: [String] = []

  private static let limit = 500

  /// Leaves out blank lines, and repetitions of the last one.
  func add(_ line: String) {
    guard !line.allSatisfy(\.isWhitespace), line != lines.last else { return }
    lines.append(line)
    if lines.count > Self.limit { lines.removeFirst() }
  }
}
