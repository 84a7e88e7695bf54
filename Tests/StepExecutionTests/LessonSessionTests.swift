import LessonDocuments
import StepExecution
import Testing

/// What an edit and a run do to the steps' states.
struct LessonSessionTests {
  static func lesson(_ sources: [String], line: Int = 1, seed: UInt64? = nil) -> Lesson {
    var frontMatter = FrontMatter()
    frontMatter.seed = seed
    let steps = sources.enumerated().map { index, text in
      let start = SourcePosition(line: line + 10 * index, column: 1)
      return Step(
        number: index + 1, source: SourceText(text: text, file: "l.md", firstLine: start.line + 1, columnOffsets: [0]),
        range: SourceRange(start: start, end: start))
    }
    return Lesson(path: "l.md", title: "", frontMatter: frontMatter, document: MarkdownNode(.document), steps: steps)
  }

  /// A session in which all of `sources` ran and are ok.
  static func finished(_ sources: [String]) -> LessonSession {
    var session = LessonSession(lesson: lesson(sources))
    for index in sources.indices {
      session.start(index)
      session.finish(index, .ok)
    }
    return session
  }

  @Test("every step of a new session is fresh, and the first is next")
  func fresh() {
    let session = LessonSession(lesson: Self.lesson(["a", "b"]))
    #expect(session.states == [.fresh, .fresh])
    #expect(session.next == 0)
  }

  @Test("a session in which every step has run has no next step")
  func done() {
    #expect(Self.finished(["a", "b"]).next == nil)
  }

  @Test("running a step again makes those below it stale, and leaves those above it")
  func again() {
    var session = Self.finished(["a", "b", "c"])
    session.start(1)
    #expect(session.states == [.ok, .running, .stale])
    session.finish(1, .ok)
    #expect(session.next == 2)
  }

  @Test("an edit keeps the steps above it and makes it and those below it stale")
  func edit() {
    var session = Self.finished(["a", "b", "c"])
    #expect(session.update(to: Self.lesson(["a", "B", "c"])) == 1)
    #expect(session.states == [.ok, .stale, .stale])
  }

  @Test("an edit of prose, which only moves the steps, keeps every result")
  func prose() {
    var session = Self.finished(["a", "b"])
    #expect(session.update(to: Self.lesson(["a", "b"], line: 40)) == nil)
    #expect(session.states == [.ok, .ok])
    #expect(session.lesson.steps[0].range.start.line == 40)
  }

  @Test("a step that never ran stays fresh when something above it changes")
  func freshStaysFresh() {
    var session = LessonSession(lesson: Self.lesson(["a", "b"]))
    session.start(0)
    session.finish(0, .ok)
    session.update(to: Self.lesson(["A", "b"]))
    #expect(session.states == [.stale, .fresh])
  }

  @Test("a step put between two others makes what comes after it stale")
  func insertion() {
    var session = Self.finished(["a", "c"])
    #expect(session.update(to: Self.lesson(["a", "b", "c"])) == 1)
    #expect(session.states == [.ok, .stale, .fresh])
  }

  @Test("taking away the last step leaves nothing to run")
  func removal() {
    var session = Self.finished(["a", "b"])
    #expect(session.update(to: Self.lesson(["a"])) == nil)
    #expect(session.states == [.ok])
    #expect(session.next == nil)
  }

  @Test("another seed makes every step stale")
  func seed() {
    var session = Self.finished(["a", "b"])
    #expect(session.update(to: Self.lesson(["a", "b"], seed: 3)) == 0)
    #expect(session.states == [.stale, .stale])
  }

  @Test("another trace, timeout or expected output makes a step stale", arguments: [0, 1, 2])
  func settings(_ which: Int) {
    var session = Self.finished(["a", "b"])
    var edited = Self.lesson(["a", "b"])
    switch which {
    case 0: edited.steps[1].trace = .all
    case 1: edited.steps[1].timeout = 5
    default:
      edited.expectations = [
        Expectation(step: 2, lines: ["3"], range: edited.steps[1].range, contentLines: 1..<2, linePrefix: "")
      ]
    }
    #expect(session.update(to: edited) == 1)
    #expect(session.states == [.ok, .stale])
  }

  @Test("steps skipped behind a failure are run once the failure is mended")
  func mended() {
    var session = LessonSession(lesson: Self.lesson(["a", "b", "c"]))
    session.start(0)
    session.finish(0, .failed)
    session.skip(1..<3)
    #expect(session.hasFailed && session.next == nil)
    session.update(to: Self.lesson(["A", "b", "c"]))
    #expect(session.states == [.stale, .fresh, .fresh])
    #expect(!session.hasFailed)
  }
}
