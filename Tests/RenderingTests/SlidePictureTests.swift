// Slides and notes as lines of a terminal.
import LessonDocuments
import StepRecords
import Testing

@testable import Rendering

@Suite("Pictures of slides")
struct SlidePictureTests {
  private static let text = """
    ---
    title: Sums
    summary: Adding, and what can go wrong.
    minutes: 5
    objectives: [add two numbers, read an error]
    ---

    # Sums

    Words with `code` and *weight*.

    ## Adding

    Two numbers.

    ```swift id=add title="One and one" predict="2|11"
    let sum = 1 + 1
    ```

    ```quiz
    What is `sum`?

    - [x] Two.
      Numbers add up.
    - [ ] Eleven.
      Strings would.
    ```
    """

  private func lesson() throws -> Lesson { try LessonReader.read(Self.text, named: "sums.md").lesson }

  private func page(
    slide: Int, build: Int, _ output: SlideOutput? = nil, edited: Set<Int> = []
  ) throws -> SlidePage {
    let lesson = try lesson()
    let contents = SlideDeck(lesson).slides[slide]
    return SlidePage(
      lesson: lesson, heading: contents.heading, builds: contents.visible(through: build),
      outputs: output.map { [0: $0] } ?? [:], edited: edited, corner: "1:05 of 5 min",
      place: "slide \(slide + 1) of 2", status: "step add ran in 2 ms")
  }

  private func lines(
    _ page: SlidePage, _ columns: Int, _ rows: Int, _ options: TextOptions = TextOptions(), offset: Int? = nil
  ) -> [StyledLine] {
    var options = options
    options.width = max(columns, TextOptions.minimumWidth)
    let picture = SlidePicture(page, columns: columns, rows: rows, options: options)
    return picture.lines(offset: offset ?? picture.restingOffset)
  }

  private static let value = [Record(line: 16, name: "sum", content: .value(ValueRecord(type: "Int", text: "2")))]

  private static let outputs: [(String, SlideOutput)] = [
    ("not run", SlideOutput(.waiting, note: "r runs it")), ("running", SlideOutput(.running, note: "compiling")),
    ("live", SlideOutput(.ended, records: value)),
    ("rehearsed", SlideOutput(.rehearsed, records: value, note: "rehearsed yesterday at 14:03; the live run failed")),
    (
      "failed",
      SlideOutput(
        .failed,
        records: [
          Record(line: 16, content: .failure(FailureRecord(reason: .trapped, column: 15, message: "too large")))
        ])
    ),
    ("blocked", SlideOutput(.notRun, note: "step one, above, failed")),
  ]

  @Test("slides are drawn as recorded")
  func recorded() throws {
    var text = ""
    for (name, columns, rows, options) in [
      ("80 columns", 80, 24, TextOptions()), ("120 columns", 120, 40, TextOptions()),
      ("60 columns, ASCII", 60, 20, TextOptions(ascii: true)),
    ] {
      text += "== \(name), title\n" + lines(try page(slide: 0, build: 1), columns, rows, options).encoded(options)
      for (kind, output) in Self.outputs {
        text += "== \(name), \(kind)\n"
        text += lines(try page(slide: 1, build: 2, output), columns, rows, options).encoded(options)
      }
      text += "== \(name), answer\n"
      text += lines(try page(slide: 1, build: 4, Self.outputs[2].1, edited: [0]), columns, rows, options).encoded(
        options)
    }
    try Snapshots.expect(text, named: "slides.txt")
  }

  @Test("slides are coloured as recorded")
  func colored() throws {
    var text = ""
    for look in TextOptions.coloredLooks {
      for (kind, output) in Self.outputs {
        text += "== \(look.name), \(kind)\n"
        text += lines(try page(slide: 1, build: 2, output), 80, 20, look.options).encoded(look.options)
      }
    }
    try Snapshots.expect(text.withVisibleEscapes, named: "slides-colors.txt")
  }

  @Test(
    "a slide fills any window, and nothing in it is wider", arguments: [(1, 1), (10, 3), (24, 7), (80, 24), (300, 90)])
  func windows(_ columns: Int, _ rows: Int) throws {
    for (_, output) in Self.outputs {
      let lines = lines(try page(slide: 1, build: 2, output), columns, rows)
      #expect(lines.count == rows)
      // The narrowest pictures there are do not fit into the narrowest windows; the screen cuts them.
      #expect(columns < 24 || lines.allSatisfy { $0.displayWidth <= columns })
    }
  }

  @Test("the build at hand is seen from its beginning, and what is out of sight is counted")
  func scrolling() throws {
    let many = (1...60).map { Record(content: .text(TextRecord(stream: .stdout, text: "line \($0)\n"))) }
    let page = try page(slide: 1, build: 2, SlideOutput(.ended, records: many))
    let resting = lines(page, 80, 24).map(\.plainText)
    #expect(resting[1].contains("▲ 8 more above") && resting[2].contains("output") && resting[3].contains("line 1 "))
    #expect(resting[22].contains("▼ 42 more below"))
    let end = lines(page, 80, 24, offset: .max).map(\.plainText)
    #expect(end.contains { $0.contains("line 60") } && !end[22].contains("more"))
    #expect(lines(page, 80, 24, offset: -5).map(\.plainText).contains { $0.contains("Two numbers.") })
  }

  @Test(
    "of an output that still grows, or failed, the end is seen", arguments: [SlideOutput.Standing.running, .failed])
  func growing(_ standing: SlideOutput.Standing) throws {
    let many = (1...60).map { Record(content: .text(TextRecord(stream: .stdout, text: "line \($0)\n"))) }
    let shown = lines(try page(slide: 1, build: 2, SlideOutput(standing, records: many)), 80, 24).map(\.plainText)
    #expect(shown.contains { $0.contains("line 60") } && !shown.contains { $0.contains("line 1 ") })
  }

  @Test("notes are drawn as recorded, and scroll")
  func notes() throws {
    let lesson = try lesson()
    let deck = SlideDeck(lesson)
    let words = try LessonReader.read((1...20).map { "- point \($0)\n" }.joined(), named: "notes").lesson.document
    var text = ""
    for (place, columns, rows, ascii) in [
      (SlidePlace(slide: 0, build: 0), 80, 24, false), (SlidePlace(slide: 0, build: 1), 60, 15, false),
      (SlidePlace(slide: 1, build: 0), 60, 15, true), (SlidePlace(slide: 1, build: 4), 60, 15, false),
    ] {
      let page = NotesPage(
        deck: deck, place: place, notes: [words], clock: "14:03", time: "1:05 of 5 min", status: "step add runs")
      let options = TextOptions(width: columns, ascii: ascii)
      let picture = NotesPicture(page, of: lesson, columns: columns, rows: rows, options: options)
      let lines = picture.lines(offset: 0)
      #expect(lines.count == rows && lines.allSatisfy { $0.displayWidth <= columns })
      #expect(picture.lines(offset: .max).contains { $0.plainText.contains("point 20") })
      text += "== slide \(place.slide + 1), build \(place.build + 1), \(columns)×\(rows)\n" + lines.encoded(options)
    }
    try Snapshots.expect(text, named: "notes.txt")
  }

  @Test("the list of slides shows the chosen one, however many there are", arguments: [0, 30, 59])
  func list(_ chosen: Int) throws {
    let many = (1...60).map { "## Slide \($0)\n\n" }.joined()
    let deck = SlideDeck(try LessonReader.read(many, named: "many.md").lesson)
    let lines = SlideListPicture.lines(
      of: deck, typed: "s", found: Array(0..<60), chosen: chosen, columns: 40, rows: 12, options: TextOptions())
    #expect(
      lines.count == 12
        && lines.contains { $0.plainText.contains("▸") && $0.plainText.hasSuffix("Slide \(chosen + 1)") })
  }
}
