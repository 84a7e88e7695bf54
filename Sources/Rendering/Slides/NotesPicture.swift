// The lecturer's own screen: the notes of the slide at hand, what comes next, and the clock.
import LessonDocuments

public struct NotesPage: Equatable, Sendable {
  public var deck: SlideDeck
  public var place: SlidePlace
  /// The notes as documents, one for each comment.
  public var notes: [MarkdownNode]
  /// Above: which slide this is.
  public var clock: String
  /// Below: how long it has been, and what runs.
  public var time: String
  public var status: String

  public init(
    deck: SlideDeck, place: SlidePlace, notes: [MarkdownNode], clock: String = "", time: String = "",
    status: String = ""
  ) {
    self.deck = deck
    self.place = place
    self.notes = notes
    self.clock = clock
    self.time = time
    self.status = status
  }
}

public struct NotesPicture {
  private let page: NotesPage
  private let lesson: Lesson
  private let columns: Int
  private let rows: Int
  private let options: TextOptions
  private let notes: [StyledLine]
  private let next: [StyledLine]

  public init(_ page: NotesPage, of lesson: Lesson, columns: Int, rows: Int, options: TextOptions) {
    self.page = page
    self.lesson = lesson
    self.columns = columns
    self.rows = rows
    self.options = options
    var text = options
    text.width = min(columns - 2 * SlideBlocks.edge(columns), ProsePicture.maximumTextWidth)
    notes =
      page.notes.isEmpty
      ? [StyledLine("no notes for this slide", PictureStyle.quiet)]
      : ProsePicture.lines(for: page.notes, options: text)
    next = Self.next(page, lesson, text, rows: max(2, min(7, (rows - 5) / 3)))
  }

  /// What stands above and below the notes.
  private var notesRows: Int { max(1, rows - 5 - next.count) }
  public var maximumOffset: Int { max(0, notes.count - notesRows) }

  /// - Parameter offset: how many rows of the notes have scrolled away.
  public func lines(offset: Int) -> [StyledLine] {
    let offset = min(max(offset, 0), maximumOffset)
    let room = columns - 2 * SlideBlocks.edge(columns)
    let slide = page.deck.slides[page.place.slide]
    let count = slide.builds.count
    let builds = count > 1 ? " (\(page.place.build + 1)/\(count))" : ""
    let place = StyledLine("\(page.place.slide + 1) of \(page.deck.slides.count)\(builds)  ", PictureStyle.quiet)
    let head = (place + StyledLine(options.oneLine(slide.heading), PictureStyle.name))
      .truncated(to: max(room - page.clock.count - 2, 0), ellipsis: options.ellipsis)
    let shown = notes[offset..<min(offset + notesRows, notes.count)]
    let below = notes.count - offset - shown.count
    var lines = [head.padded(to: room - page.clock.count) + StyledLine(page.clock, PictureStyle.quiet), rule(room)]
    lines += shown + [StyledLine](repeating: StyledLine(), count: max(0, notesRows - shown.count))
    lines += [rule(room, below > 0 ? " \(options.oneLine("▼")) \(below) more " : "")] + next + [rule(room)]
    let time = StyledLine(options.oneLine(page.time), PictureStyle.name)
    let status = StyledLine(options.oneLine(page.status), PictureStyle.plain)
      .truncated(to: max(0, room - time.displayWidth - 2), ellipsis: options.ellipsis)
    lines.append(time.padded(to: room - status.displayWidth) + status)
    let margin = StyledLine(String(repeating: " ", count: SlideBlocks.edge(columns)))
    return lines.prefix(rows).map { margin + $0.truncated(to: room, ellipsis: options.ellipsis) }
  }

  private func rule(_ room: Int, _ label: String = "") -> StyledLine {
    let dashes = String(repeating: options.oneLine("─"), count: max(0, room - label.displayWidth))
    return StyledLine(dashes, PictureStyle.quiet) + StyledLine(label, PictureStyle.name)
  }

  /// What the next press of a key brings, and the heading of the slide after this one.
  private static func next(_ page: NotesPage, _ lesson: Lesson, _ options: TextOptions, rows: Int) -> [StyledLine] {
    guard let place = page.deck.place(after: page.place) else {
      return [StyledLine("this is the end", PictureStyle.quiet)]
    }
    let labels = ["next  ", "then  "].map { StyledLine($0, PictureStyle.quiet) }
    let slide = page.deck.slides[place.slide]
    var narrow = options
    narrow.width = max(options.width - labels[0].displayWidth, TextOptions.minimumWidth)
    let heading = StyledLine(options.oneLine(slide.heading), PictureStyle.name)
    var lines = place.slide == page.place.slide ? [] : [heading]
    lines += content(slide.builds[place.build], lesson, narrow)
    var after: [StyledLine] = []
    if place.slide == page.place.slide, place.slide + 1 < page.deck.slides.count {
      after = [labels[1] + StyledLine(options.oneLine(page.deck.slides[place.slide + 1].heading), PictureStyle.quiet)]
    }
    let space = StyledLine(String(repeating: " ", count: labels[0].displayWidth))
    return lines.prefix(max(rows - after.count, 1)).enumerated().map { ($0 == 0 ? labels[0] : space) + $1 } + after
  }

  private static func content(_ build: Slide.Build, _ lesson: Lesson, _ options: TextOptions) -> [StyledLine] {
    switch build {
    case .title: return [StyledLine("the title")]
    case .prose(let nodes): return ProsePicture.lines(for: nodes, options: options)
    case .code(let step, let count):
      let lines = lesson.steps[step].source.text.split(separator: "\n", omittingEmptySubsequences: false)
      // Of source that grows, the line that comes.
      let shown = count.map { lines.prefix($0).suffix(1) } ?? lines[...]
      return CodePicture.lines(for: shown.joined(separator: "\n"), options: options)
    case .output(let step): return [StyledLine("runs step \(options.oneLine(lesson.steps[step].name))")]
    case .question(let quiz): return QuizPicture.lines(for: lesson.quizzes[quiz], options: options)
    case .answer: return [StyledLine("the answer")]
    }
  }
}
