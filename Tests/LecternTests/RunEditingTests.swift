// Editing steps in `lectern run`: in memory, in a variation, and in the lesson's file.
import Foundation
import Testing

struct RunEditingTests {
  private func standsAt(_ step: String, in window: TerminalWindow) async throws {
    #expect(try await window.sees("Enter runs step \(step)"))
  }

  @Test("an edit in the reader's editor runs at once, is marked, and leaves the file alone")
  func editOutside() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let before = try Data(contentsOf: URL(fileURLWithPath: course.path))
    let window = try RunLesson.window(course, environment: RunLesson.editor(course, "s/41/50/"))
    try await standsAt("a", in: window)
    try window.type("E")
    #expect(try await window.sees("one: Int = 50"))
    try await standsAt("b", in: window)
    try ScreenSnapshots.expect(try await window.settled(), named: "run edited, 80 columns.txt")
    try window.press("Enter")
    // What the author expects is what the original leads to.
    #expect(try await window.sees("two is 51"))
    try await standsAt("map", in: window)
    #expect(try Data(contentsOf: URL(fileURLWithPath: course.path)) == before)
  }

  @Test("o puts the original back")
  func original() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course, environment: RunLesson.editor(course, "s/41/50/"))
    try await standsAt("a", in: window)
    try window.type("E")
    try await standsAt("b", in: window)
    try window.type("b")
    #expect(try await window.sees("o original"))
    try window.type("o")
    #expect(try await window.sees("again as the lesson's file says"))
    try window.press("Enter")
    try await standsAt("b", in: window)
    try window.press("Enter")
    #expect(try await window.sees("two is 42"))
    try window.type("q")
    #expect(try await window.status() == 0)
  }

  @Test("leaving with an edit says so; w writes it, and only it")
  func writeOnLeaving() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course, environment: RunLesson.editor(course, "s/41/50/"))
    try await standsAt("a", in: window)
    try window.type("E")
    try await standsAt("b", in: window)
    try window.type("q")
    #expect(try await window.sees("Step a is edited, and not written into the lesson's file."))
    try window.press("Escape")
    try await standsAt("b", in: window)
    #expect(try String(contentsOfFile: course.path, encoding: .utf8) == RunLesson.text)
    try window.type("q")
    #expect(try await window.sees("leave without"))
    try window.type("w")
    #expect(try await window.status() == 0)
    let written = RunLesson.text.replacingOccurrences(of: "41", with: "50")
    #expect(try String(contentsOfFile: course.path, encoding: .utf8) == written)
  }

  @Test("an editor that is not there is said with the way out, and nothing changes")
  func missingEditor() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course, environment: ["VISUAL": "/nowhere/ed --wait"])
    try await standsAt("a", in: window)
    try window.type("E")
    #expect(try await window.sees("Name yours in the"))
    try await standsAt("a", in: window)
    try window.press("Enter")
    #expect(try await window.sees("one: Int = 41"))
  }

  @Test("a file that changes meanwhile is taken in from its first change at the next key")
  func fileChanges() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course)
    try await standsAt("a", in: window)
    try window.press("Enter")
    try await standsAt("b", in: window)
    try course.write(RunLesson.text.replacingOccurrences(of: "one + 1", with: "one + 2 - 1"))
    try window.press("Enter")
    #expect(try await window.sees("The lesson's file has changed; it goes on from step b."))
    #expect(try await window.sees("let two = one + 2 - 1"))
    try window.press("Enter")
    #expect(try await window.sees("two is 42"))
  }

  @Test("a file that becomes unreadable, or no lesson, is told once, and the run goes on as it was")
  func fileBreaks() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course)
    try await standsAt("a", in: window)
    try course.write("---\ntitle: [\n---\n")
    try window.press("Enter")
    #expect(try await window.sees("The lesson stays as it was."))
    #expect(try await window.sees("one: Int = 41"))
    try await standsAt("b", in: window)
    try window.press("Enter")
    #expect(try await window.sees("two is 42"))
    let screen = try await window.settled()
    #expect(screen.components(separatedBy: "The lesson stays as it was.").count == 2)
  }

  @Test("writing into a file that changed meanwhile asks first, and keeps the other change")
  func writeAfterChange() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course, environment: RunLesson.editor(course, "s/41/50/"))
    try await standsAt("a", in: window)
    try window.type("E")
    try await standsAt("b", in: window)
    try course.write(RunLesson.text.replacingOccurrences(of: "All has been", with: "Everything is"))
    try window.type("w")
    #expect(try await window.sees("The lesson's file has changed"))
    try window.type("w")
    #expect(try await window.sees("Step a is written into"))
    let written = RunLesson.text.replacingOccurrences(of: "All has been", with: "Everything is")
      .replacingOccurrences(of: "41", with: "50")
    #expect(try String(contentsOfFile: course.path, encoding: .utf8) == written)
  }

  @Test("a variation runs beside the step, says what differs, and leaves the step's own result", arguments: [80, 120])
  func variation(columns: Int) async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course, columns: columns)
    try await standsAt("a", in: window)
    try window.press("Enter")
    try await standsAt("b", in: window)
    try window.press("Enter")
    try await standsAt("map", in: window)
    try window.type("b")
    try await standsAt("b", in: window)
    try window.type("v")
    #expect(try await window.sees("a variation of step b"))
    try window.press("C-k")
    try window.type("let two = one * 2")
    try window.press("C-s")
    #expect(try await window.sees("What differs:"))
    #expect(try await window.sees("42 → 82"))
    try ScreenSnapshots.expect(try await window.settled(), named: "run variation, \(columns) columns.txt")
    try window.type(":two")
    try window.press("Enter")
    #expect(try await window.sees("two: Int = 42"), "the state is the step's own")
    #expect(try await window.seesNoLonger("k keep the variation"))
  }

  @Test("k keeps a variation as an edit")
  func keepVariation() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course)
    try await standsAt("a", in: window)
    try window.type("v")
    #expect(try await window.sees("a variation of step a"))
    try window.press("C-k")
    try window.type("let one = 7")
    try window.press("C-s")
    #expect(try await window.sees("k keep the variation"))
    try window.type("k")
    try await standsAt("b", in: window)
    try window.press("Enter")
    #expect(try await window.sees("two is 8"))
    #expect(try await window.sees("w write"))
  }

  @Test("an edit on the spot")
  func edit() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course)
    try await standsAt("a", in: window)
    try window.type("e")
    #expect(try await window.sees("Ctrl-S"))
    try window.press("End")
    try window.type("1")
    try window.press("C-s")
    #expect(try await window.sees("one: Int = 411"))
    try await standsAt("b", in: window)
  }
}
