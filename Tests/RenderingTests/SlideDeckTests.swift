// What stands on which slide, and in which order it comes.
import LessonDocuments
import Testing

@testable import Rendering

@Suite("Slides")
struct SlideDeckTests {
  private func deck(_ text: String) throws -> SlideDeck {
    SlideDeck(try LessonReader.read(text, named: "lesson.md").lesson)
  }

  private func step(_ info: String = "", _ source: String = "let a = 1") -> String {
    "```swift \(info)\n\(source)\n```\n\n"
  }

  /// Builds without the nodes in them.
  private func shape(_ slide: Slide) -> [String] {
    slide.builds.map { build in
      switch build {
      case .title: "title"
      case .prose(let nodes): "prose \(nodes.count)"
      case .code(let step, let lines): "code \(step)" + (lines.map { " to \($0)" } ?? "")
      case .output(let step): "output \(step)"
      case .question(let quiz): "question \(quiz)"
      case .answer(let quiz): "answer \(quiz)"
      }
    }
  }

  @Test("a slide begins at each heading of level 1 or 2 and at each step that says slide")
  func beginnings() throws {
    let deck = try deck("# One\n\na\n\n## Two\n\n### still two\n\nb\n\n" + step() + step("slide title=Three") + "c\n")
    #expect(deck.slides.map(\.heading) == ["One", "Two", "Three"])
    #expect(
      deck.slides.map(shape) == [
        ["title", "prose 1"], ["prose 2", "code 0", "output 0"], ["code 1", "output 1", "prose 1"],
      ])
  }

  @Test("a slide begun by a step without a title is called as the one before")
  func continued() throws {
    #expect(try deck("# One\n\n" + step() + step("slide")).slides.map(\.heading) == ["One", "One"])
  }

  @Test("what stands before the first heading is a slide with the lesson's title")
  func beforeHeadings() throws {
    let deck = try deck("---\ntitle: T\n---\n\nhello\n\n# One\n")
    #expect(deck.slides.map(\.heading) == ["T", "One"])
    #expect(deck.slides.map(shape) == [["prose 1"], ["prose 0"]])
  }

  @Test("an empty lesson is one slide")
  func empty() throws { #expect(try deck("---\ntitle: T\n---\n").slides.map(\.heading) == ["T"]) }

  @Test("a hidden step shows no source, one that is not run no output, and expectations are not shown")
  func kindsOfSteps() throws {
    let deck = try deck("# One\n\n" + step("hidden") + "```expect\n1\n```\n\n" + step("no-run"))
    #expect(shape(deck.slides[0]) == ["title", "output 0", "code 1"])
  }

  @Test("a revealed step comes line by line, empty lines with the next")
  func reveal() throws {
    let deck = try deck("# One\n\n" + step("reveal", "let a = 1\n\nlet b = 2"))
    #expect(shape(deck.slides[0]) == ["title", "code 0 to 1", "code 0 to 3", "output 0"])
    #expect(deck.slides[0].visible(through: 2) == [.title, .code(step: 0, lines: 3)])
  }

  @Test("a quiz is a question, then the question with its answer in the same place")
  func quiz() throws {
    let deck = try deck("# One\n\n```quiz\nWhy?\n- [x] a\n- [ ] b\n```\n\nafter\n")
    #expect(shape(deck.slides[0]) == ["title", "question 0", "answer 0", "prose 1"])
    #expect(deck.slides[0].visible(through: 1) == [.title, .question(quiz: 0)])
    #expect(deck.slides[0].visible(through: 2) == [.title, .answer(quiz: 0)])
  }

  @Test("notes belong to the slide that they stand in, and those at the very top to the first")
  func notes() throws {
    let deck = try deck(
      "<!-- notes: early -->\n\n# One\n\n<!-- notes: a -->\n\n## Two\n\n<!-- notes: b -->\n\n<!-- c -->\n")
    #expect(deck.slides.map(\.notes) == [["early", "a"], ["b"]])
  }

  @Test("going on and back passes the same places")
  func order() throws {
    let deck = try deck(
      "# One\n\na\n\n" + step() + "## Two\n\n## Three\n\nb\n\n" + step("reveal", "let a = 1\nlet b = 2"))
    var places = [SlidePlace()]
    while let last = places.last, let next = deck.place(after: last) { places.append(next) }
    #expect(places.count == 9 && places == places.sorted())
    var back = [places[8]]
    while let last = back.last, let before = deck.place(before: last) { back.append(before) }
    #expect(back == places.reversed())
  }

  @Test("a place that is not there is the nearest that is")
  func nearest() throws {
    let deck = try deck("# One\n\na\n\n## Two\n")
    #expect(deck.nearest(SlidePlace(slide: 7, build: 9)) == SlidePlace(slide: 1, build: 0))
    #expect(deck.nearest(SlidePlace(slide: -1, build: 9)) == SlidePlace(slide: 0, build: 1))
  }

  @Test("the step of a place is the last that is seen, else the first that will be")
  func stepAtPlace() throws {
    let deck = try deck("# One\n\na\n\n" + step() + step() + "## Two\n")
    #expect(deck.step(at: SlidePlace(slide: 0, build: 0)) == 0)
    #expect(deck.step(at: SlidePlace(slide: 0, build: 5)) == 1)
    #expect(deck.step(at: SlidePlace(slide: 1)) == nil)
    #expect(deck.output(ofStep: 1) == SlidePlace(slide: 0, build: 5))
  }

  @Test(
    "slides are found by number and by a part of their heading",
    arguments: [
      ("2", [1]), ("9", []), ("t", [1, 2]), ("ONE", [0]), ("", [0, 1, 2]),
    ])
  func finding(_ typed: String, _ found: [Int]) throws {
    #expect(try deck("# One\n\n## Two\n\n## Three\n").slides(named: typed) == found)
  }
}
