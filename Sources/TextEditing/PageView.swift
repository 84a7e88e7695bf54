// Lines that are longer than a window, or wider, read page by page. A value; the terminal is elsewhere.
import Rendering

public struct PageView: Sendable {
  public enum Outcome: Equatable, Sendable { case reading, leave }

  public struct Drawing: Equatable, Sendable {
    public var lines: [StyledLine]
    /// Of the cursor, both from 0: at a hit, or in the line that is searched for. Nil hides it.
    public var cursor: (row: Int, column: Int)?

    public static func == (a: Self, b: Self) -> Bool {
      a.lines == b.lines && a.cursor?.row == b.cursor?.row && a.cursor?.column == b.cursor?.column
    }
  }

  private let title: String
  private var lines: [StyledLine] = []
  private var lineWidth = 0
  private var frame = PageFrame(columns: 80, rows: 24, options: TextOptions())
  private var top = ScrollOffset()
  private var left = ScrollOffset()

  private var search = TextSearch()
  /// What is being typed behind `/`.
  private var prompt: PromptLine?
  private var searched: [String] = []
  private var note: String?

  public init(title: String) { self.title = title }

  /// Takes lines that were drawn for a window; the place in them stays, as far as it can be told.
  public mutating func take(_ lines: [StyledLine], columns: Int, rows: Int, options: TextOptions) {
    frame = PageFrame(columns: columns, rows: rows, options: options)
    if !self.lines.isEmpty, lines.count != self.lines.count {
      top.move(to: top.first * lines.count / self.lines.count)
    }
    self.lines = lines
    lineWidth = lines.map(\.displayWidth).max() ?? 0
    search.look(for: search.text, in: lines)
    clamp()
  }

  private var size: Int { frame.contentRows }

  private mutating func clamp() {
    top.clamp(count: lines.count, size: size)
    left.clamp(count: lineWidth, size: frame.columns)
  }

  // MARK: Keys

  public mutating func press(_ key: Key) -> Outcome {
    if prompt != nil { return pressInPrompt(key) }
    note = nil
    switch key {
    case .character("q"), .character("Q"), .escape, .enter, .interrupt, .endOfInput: return .leave
    case .character(" "), .pageDown, .control("f"), .control("v"): scroll(max(1, size - 1))
    case .character("b"), .pageUp, .control("b"), .alt("v"): scroll(-max(1, size - 1))
    case .character("d"), .control("d"): scroll(max(1, size / 2))
    case .character("u"), .control("u"): scroll(-max(1, size / 2))
    case .down, .character("j"), .control("n"): scroll(1)
    case .up, .character("k"), .control("p"): scroll(-1)
    case .character("g"), .home, .alt("<"): top.move(to: 0)
    case .character("G"), .end, .alt(">"): top.move(to: lines.count)
    case .right, .character("l"): left.move(to: left.first + max(1, frame.columns / 2))
    case .left, .character("h"): left.move(to: left.first - max(1, frame.columns / 2))
    case .alt("f"): left.move(to: lineWidth)
    case .alt("b"): left.move(to: 0)
    case .character("/"): prompt = PromptLine(history: searched)
    case .character("n"): goOn(by: 1)
    case .character("N"): goOn(by: -1)
    default: break
    }
    clamp()
    return .reading
  }

  private mutating func scroll(_ count: Int) { top.move(to: top.first + count) }

  // MARK: Searching

  private mutating func pressInPrompt(_ key: Key) -> Outcome {
    switch key {
    case .escape, .interrupt: prompt = nil
    case .endOfInput: return .leave
    case .enter:
      let text = prompt?.text ?? ""
      prompt = nil
      if !text.isEmpty {
        searched.append(text)
        search.look(for: text, in: lines)
      }
      search.begin(at: top.first)
      showHit()
    default: prompt?.press(key)
    }
    return .reading
  }

  private mutating func goOn(by step: Int) {
    guard !search.text.isEmpty else {
      note = "nothing is searched for yet; / searches"
      return
    }
    if search.goOn(by: step) { note = step > 0 ? "from the top again" : "from the end again" }
    showHit()
  }

  private mutating func showHit() {
    guard let hit = search.current else {
      if !search.text.isEmpty { note = "\"\(search.text)\" is not here" }
      return
    }
    if hit.line < top.first || hit.line >= top.first + size { top.move(to: hit.line - size / 3) }
    let columns = columns(of: hit)
    // As far left as the hit is seen.
    left.move(to: 0)
    left.follow(columns.upperBound, size: frame.columns, margin: 1)
    left.follow(columns.lowerBound, size: frame.columns, margin: 1)
    clamp()
  }

  private func columns(of hit: TextSearch.Hit) -> Range<Int> {
    let text = lines[hit.line].plainText
    let start = text.prefix(hit.characters.lowerBound).displayWidth
    return start..<start + text.dropFirst(hit.characters.lowerBound).prefix(hit.characters.count).displayWidth
  }

  // MARK: Looks

  public mutating func draw() -> Drawing {
    let end = min(top.first + size, lines.count)
    let content = (top.first..<max(top.first, end)).map { index in
      search.marked(lines[index], index).window(from: left.first, width: frame.columns, options: frame.options)
    }
    if var line = prompt {
      let (typed, column) = line.draw(width: max(1, frame.columns - 1), options: frame.options)
      prompt = line
      let rows = frame.lines(title: title, content: content, status: StyledLine("/", PageFrame.quiet) + typed)
      return Drawing(lines: rows, cursor: (rows.count - 1, column + 1))
    }
    let rows = frame.lines(title: title, content: content, status: status)
    guard let hit = search.current, (top.first..<end).contains(hit.line) else {
      return Drawing(lines: rows, cursor: nil)
    }
    let column = columns(of: hit).lowerBound - left.first
    guard (0..<frame.columns).contains(column) else { return Drawing(lines: rows, cursor: nil) }
    return Drawing(lines: rows, cursor: (hit.line - top.first + (frame.hasTitle ? 1 : 0), column))
  }

  private var status: StyledLine {
    if let note { return frame.message(note) }
    let isAtEnd = top.first + size >= lines.count
    // The share of the lines that was seen, as pagers count.
    let percent = lines.isEmpty ? 100 : min(100, (top.first + size) * 100 / lines.count)
    var place = isAtEnd && top.first == 0 ? "all" : "\(percent) %"
    if let number = search.currentNumber { place = "hit \(number) of \(search.hits.count), " + place }
    var offers = ["q leave"]
    if !search.hits.isEmpty { offers.append("n, N other hits") }
    if !(isAtEnd && top.first == 0) { offers += ["Space more", "b back"] }
    if lineWidth > frame.columns { offers.append(frame.options.ascii ? "left, right" : "← →") }
    offers.append("/ search")
    if !(isAtEnd && top.first == 0) { offers.append("g top, G end") }
    return frame.status(offers, place: place)
  }
}
