// `lectern present --notes`: the lecturer's own terminal, which follows the slides.
import Foundation
import LessonDocuments
import Rendering

final class NotesFollower {
  private let source: LessonSource
  /// The lesson as the reader named it.
  private let name: String
  private let drawing: DrawingOptions
  private let stateFile: String
  private let interrupt: Interrupt

  private var lesson: Lesson
  private var deck: SlideDeck
  private var state: PresenterState?
  private var hasFollowed = false
  private var offset = 0

  /// How often the presentation is asked, in milliseconds.
  private static let interval = 100

  init(source: LessonSource, name: String, drawing: DrawingOptions) throws {
    (self.source, self.name, self.drawing) = (source, name, drawing)
    stateFile = try PresentationFolder().stateFile(of: source)
    lesson = try source.readTellingWarnings()
    deck = Self.deck(of: lesson)
    interrupt = try Interrupt()
  }

  /// - Throws: `CancellationError` on Ctrl-C.
  func run() throws {
    let keys = KeyReader(interrupt: interrupt)
    let screen = Screen(drawing: drawing)
    defer { screen.leave() }
    while true {
      follow()
      draw(on: screen)
      switch keys.next(timeout: Self.interval) {
      case .character("q"), .endOfInput: return
      case .interrupt: throw CancellationError()
      case .character(" "), .right, .enter, .pageDown: send(.next)
      case .left, .backspace, .pageUp: send(.back)
      case .character("b"), .character("."): send(.black)
      case .up: offset = max(0, offset - 1)
      case .down: offset = min(picture(screen)?.maximumOffset ?? 0, offset + 1)
      default: break
      }
    }
  }

  private func follow() {
    let now = PresenterState.read(stateFile)
    if now?.place.slide != state?.place.slide { offset = 0 }
    // Another presentation may show another version of the file.
    if let now, now.presenter != state?.presenter, let reading = try? source.read() {
      lesson = reading.lesson
      deck = Self.deck(of: lesson)
    }
    state = now
    hasFollowed = hasFollowed || now != nil
  }

  private func send(_ key: RemoteKey) {
    // A presentation that just ended is told by the next look at its state.
    if let path = state?.remote { _ = key.send(to: path) }
  }

  // MARK: Drawing

  private func draw(on screen: Screen) {
    if let picture = picture(screen) { return screen.draw(picture.lines(offset: offset)) }
    let sentence = hasFollowed ? "The presentation has ended." : "No presentation of this lesson runs yet."
    let advice = "Start one in another terminal with: lectern present \(name.harmless)"
    let options = screen.options
    let lines = [StyledLine(options.oneLine(lesson.title), TextStyle(bold: true)), StyledLine(), StyledLine(sentence)]
    screen.draw(
      lines + StyledLine(options.oneLine(advice)).wrapped(to: options.width) + [
        StyledLine(), StyledLine("Notes follow as soon as it is there; q leaves.", TextStyle(dim: true)),
      ])
  }

  private func picture(_ screen: Screen) -> NotesPicture? {
    guard let state else { return nil }
    let place = deck.nearest(state.place)
    let notes = deck.slides[place.slide].notes.map { text in
      (try? LessonReader.read(text, named: "notes").lesson.document) ?? MarkdownNode(.document)
    }
    let page = NotesPage(
      deck: deck, place: place, notes: notes, clock: DayTime.clock(), time: time(state.started),
      status: state.isBlack ? "the screen is black" : state.status)
    return NotesPicture(
      page, of: lesson, columns: screen.size.columns, rows: screen.size.rows, options: screen.options)
  }

  /// What steps will compute is not known here.
  private static func deck(of lesson: Lesson) -> SlideDeck {
    SlideDeck(lesson.replacingProseNumbers { _, _ in .text("…") }.0)
  }

  /// Against the time that the lesson says it takes.
  private func time(_ started: Double) -> String {
    let seconds = Date().timeIntervalSince1970 - started
    let elapsed = DayTime.elapsed(seconds: seconds)
    guard let minutes = lesson.frontMatter.minutes else { return elapsed }
    let over = Int(seconds / 60) - minutes
    return "\(elapsed) of \(minutes) min" + (over > 0 ? ", \(over) over" : "")
  }
}
