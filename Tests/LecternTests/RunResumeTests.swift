// Leaving `lectern run` in every way, and going on where one was.
import Foundation
import Testing

struct RunResumeTests {
  /// Runs the first step, and stands at the second.
  private func standsAtSecond(_ course: borrowing TemporaryCourse) async throws -> TerminalWindow {
    let window = try RunLesson.window(course)
    #expect(try await window.sees("Enter runs step a"))
    try window.press("Enter")
    #expect(try await window.sees("Enter runs step b"))
    return window
  }

  @Test("going on shows what stood before, and makes its state live when it is needed")
  func goOn() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let first = try await standsAtSecond(course)
    try first.type("q")
    #expect(try await first.status() == 0)

    let second = try RunLesson.window(course)
    #expect(try await second.sees("You were at step b, 2 of 3."))
    try second.press("Enter")
    #expect(try await second.sees("Enter runs step b"))
    try ScreenSnapshots.expect(
      try await second.settled(), named: "run resumed, 80 columns.txt", changing: ["from \\d\\d:\\d\\d"])
    try second.press("Enter")
    #expect(try await second.sees("catching up: step 1"))
    #expect(try await second.sees("two is 42"))
    #expect(try await second.sees("Enter runs step map"))
  }

  @Test("a begins again")
  func beginAgain() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let first = try await standsAtSecond(course)
    try first.type("q")
    #expect(try await first.status() == 0)
    let second = try RunLesson.window(course)
    #expect(try await second.sees("You were at step b"))
    try second.type("a")
    #expect(try await second.sees("Enter runs step a"))
    #expect(try !second.screen().contains("from "))
  }

  @Test("a terminal that is closed, and Ctrl-C at the keys, keep the place", arguments: [false, true])
  func killed(byKey: Bool) async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let first = try await standsAtSecond(course)
    if byKey {
      try first.press("C-c")
      #expect(try await first.status() == 130)
    } else {
      try first.close()
    }
    let second = try RunLesson.window(course)
    #expect(try await second.sees("You were at step b, 2 of 3."))
  }

  @Test("a lesson done to its end begins anew")
  func done() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let first = try RunLesson.window(course, ["--until", "map"])
    #expect(try await first.sees("Enter ends"))
    try first.type("q")
    #expect(try await first.status() == 0)
    let second = try RunLesson.window(course)
    #expect(try await second.sees("Enter runs step a"))
  }

  @Test("outputs that are not remembered are said to be missing")
  func notRemembered() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let first = try await standsAtSecond(course)
    try first.type("q")
    #expect(try await first.status() == 0)
    let second = try RunLesson.window(course, ["--no-cache"])
    #expect(try await second.sees("You were at step b"))
    try second.press("Enter")
    #expect(try await second.sees("is not remembered"))
    #expect(try await second.sees("Enter runs step b"))
  }

  @Test("two sessions of one lesson at once lose nothing of each other")
  func twoSessions() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let one = try await standsAtSecond(course)
    let two = try RunLesson.window(course)
    #expect(try await two.sees("You were at step b"))
    try two.type("a")
    #expect(try await two.sees("Enter runs step a"))
    try one.press("Enter")
    #expect(try await one.sees("Enter runs step map"))
    try two.press("Enter")
    #expect(try await two.sees("Enter runs step b"))
    let progress = try String(contentsOfFile: course.root + "/data/progress.json", encoding: .utf8)
    #expect(progress.contains("\"a\""))
    #expect(progress.contains("\"b\""))
  }

  @Test("a signal in the middle of a step ends the run, and the place is kept")
  func terminatedInStep() async throws {
    let course = try TemporaryCourse(
      RunLesson.text.replacingOccurrences(
        of: "print(\"two is\", two)", with: "import Glibc\nprint(\"begun\")\nwhile true { usleep(10_000) }"))
    let first = try await standsAtSecond(course)
    try first.press("Enter")
    #expect(try await first.sees("  begun"))
    try first.close()
    let second = try RunLesson.window(course)
    #expect(try await second.sees("You were at step b, 2 of 3."))
  }
}
