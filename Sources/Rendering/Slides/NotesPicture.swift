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

  /// What the next press of a key brings, if that is on this slide, else the next slide's heading and beginning.
  private static func next(_ page: NotesPage, _ lesson: Lesson, _ options: TextOptions, rows: Int) -> [StyledLine] {
    guard let place = page.deck.place(after: page.place) else {
      return [StyledLine("this is the end", PictureStyle.quiet)]
    }
    let slide = page.deck.slides[place.slide]
    let isSame = place.slide == page.place.slide
    var head = StyledLine("next  ", PictureStyle.quiet)
    if !isSame { head.append(options.oneLine(slide.heading), PictureStyle.name) }
    var body: [StyledLine] = []
    switch slide.builds[place.build] {
    case .title: break
    case .prose(let nodes): body = ProsePicture.lines(for: nodes, options: options)
    case .code(let step, let count):
      let text = lesson.steps[step].source.text
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(count ?? .max)
      body = CodePicture.lines(for: lines.joined(separator: "\n"), options: options)
      if count != nil { body = body.suffix(rows - 1) }
    case .output(let step): head.append("runs step \(options.oneLine(lesson.steps[step].name))")
    case .question(let quiz): body = QuizPicture.lines(for: lesson.quizzes[quiz], options: options)
    case .answer: head.append("the answer")
    }
    // The slide after this one is worth knowing early.
    if isSame, place.slide + 1 < page.deck.slides.count {
      let after = options.oneLine("then  \(page.deck.slides[place.slide + 1].heading)")
      body = body.prefix(max(rows - 2, 0)) + [StyledLine(after, PictureStyle.quiet)]
    }
    return [head] + body.prefix(rows - 1)
  }
}
