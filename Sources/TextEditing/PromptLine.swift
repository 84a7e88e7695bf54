// One line that is being typed: with moves, earlier lines and names that are completed. A value; the terminal is elsewhere.
import Rendering

public struct PromptLine: Sendable {
  private var buffer: TextBuffer
  private var left = ScrollOffset()

  /// Earlier lines, the latest last.
  private let history: [String]
  /// Which one is shown; `history.count` is the line that is being typed.
  private var place: Int
  private var draft = ""

  private let names: [String]
  /// The names that fit, and which one is put in, while Tab is pressed.
  private var completion: (start: Int, fits: [String], shown: Int?)?

  public init(_ text: String = "", history: [String] = [], completions: [String] = []) {
    buffer = TextBuffer()
    self.history = history
    place = history.count
    names = Array(Set(completions)).sorted()
    put(text)
  }

  public var text: String { buffer.lines[0] }
  /// In characters.
  public var cursor: Int { buffer.cursor.column }
  /// The names that Tab could put in here, if it is not plain which.
  public var offers: [String] { completion?.fits ?? [] }

  // MARK: Keys

  /// Does what a key says; those that end the line mean nothing here.
  public mutating func press(_ key: Key) {
    switch key {
    case .tab: complete(by: 1)
    case .backTab: complete(by: -1)
    default:
      completion = nil
      switch key {
      case .up, .control("p"): recall(place - 1)
      case .down, .control("n"): recall(place + 1)
      case .pasted(let text): buffer.press(.pasted(text.onOneLine))
      default: buffer.press(key)
      }
    }
  }

  private mutating func recall(_ next: Int) {
    guard (0...history.count).contains(next) else { return }
    if place == history.count { draft = text }
    place = next
    put(next == history.count ? draft : history[next])
  }

  private mutating func put(_ text: String) {
    buffer = TextBuffer(text.onOneLine)
    buffer.moveToEndOfLine()
  }

  // MARK: Completing

  /// Completes as far as it is plain, then puts in one name after the other.
  private mutating func complete(by step: Int) {
    if var now = completion {
      let next = now.shown.map { ($0 + step + now.fits.count) % now.fits.count } ?? (step > 0 ? 0 : now.fits.count - 1)
      now.shown = next
      replace(from: now.start, with: now.fits[next])
      completion = now
      return
    }
    guard let (start, fits) = fits() else { return }
    let common = fits.dropFirst().reduce(fits[0]) { $0.commonPrefix(with: $1) }
    replace(from: start, with: common)
    completion = fits.count > 1 ? (start, fits, nil) : nil
  }

  /// The names that begin with what stands before the cursor, with as much of it as there is a name for.
  private func fits() -> (start: Int, names: [String])? {
    let before = Array(buffer.textBeforeCursor)
    for start in 0...before.count where start == 0 || !before[start - 1].isWordPart {
      let fits = names.filter { $0.hasPrefix(String(before[start...])) }
      if !fits.isEmpty { return (start, fits) }
    }
    return nil
  }

  private mutating func replace(from start: Int, with name: String) {
    buffer.replace(TextBuffer.Position(line: 0, column: start), buffer.cursor, with: name, as: .other)
  }

  // MARK: Looks

  /// The line as it is seen in so many columns, scrolled so that the cursor is seen, with the names on offer behind it.
  ///
  /// - Returns: and the column of the cursor
  public mutating func draw(width: Int, options: TextOptions) -> (line: StyledLine, column: Int) {
    let drawn = options.drawn(text)
    let column = options.columns(of: buffer.textBeforeCursor)
    left.follow(column, size: width, margin: width > 4 ? 2 : 0)
    if drawn.displayWidth < width { left.move(to: 0) }
    var line = drawn.window(from: left.first, width: width, options: options)
    let room = width - line.displayWidth - 2
    if !offers.isEmpty, room > 8 {
      let list = "(" + options.oneLine(offers.joined(separator: ", ")) + ")"
      line.append("  " + list.truncated(to: room, ellipsis: options.ellipsis + ")"), PageFrame.quiet)
    }
    return (line, column - left.first)
  }
}

extension String {
  /// Newlines become spaces, but for those at the end.
  fileprivate var onOneLine: String {
    let lines = withNewlines.reversed().drop { $0 == "\n" }.reversed()
    return String(lines.map { $0 == "\n" ? " " : $0 })
  }

  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
