// `lectern run` in a real terminal: what stands on its screens.
import Foundation
import Testing

struct RunScreenTests {
  @Test(
    "the first screen says what the lesson is for and which keys there are",
    arguments: [
      (80, "run first, 80 columns.txt"), (60, "run first, 60 columns.txt"), (20, "run first, 20 columns.txt"),
    ])
  func firstScreen(columns: Int, name: String) async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course, columns: columns)
    #expect(try await window.sees("? keys"))
    try ScreenSnapshots.expect(try await window.settled(), named: name)
    try window.type("q")
    #expect(try await window.status() == 0)
  }

  @Test(
    "colours set off code and keys, and nothing is lost without them",
    arguments: [
      (["NO_COLOR": "1"], TerminalWindow.Colors.twoHundredFiftySix, "run first, no colours.txt"),
      ([:], .twoHundredFiftySix, "run first, 256 colours.txt"), ([:], .sixteen, "run first, 16 colours.txt"),
    ])
  func colors(environment: [String: String], colors: TerminalWindow.Colors, name: String) async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course, colors: colors, environment: environment)
    #expect(try await window.sees("? keys"))
    try ScreenSnapshots.expect(try await window.settled(withColors: true), named: name)
  }

  @Test("to the end: outputs, the last screen and what comes next", arguments: [80, 60])
  func lastScreen(columns: Int) async throws {
    let course = try TemporaryCourse(RunLesson.text)
    try Data("# More sums\n".utf8).write(to: URL(fileURLWithPath: course.root + "/Lessons/01-first/02-more.md"))
    let window = try RunLesson.window(course, columns: columns)
    for step in ["a", "b", "map"] {
      #expect(try await window.sees("Enter runs step \(step)"))
      try window.press("Enter")
    }
    #expect(try await window.sees("Enter ends"))
    try ScreenSnapshots.expect(try await window.settled(), named: "run last, \(columns) columns.txt")
    try window.press("Enter")
    #expect(try await window.status() == 0)
  }

  @Test("in words nothing is drawn, and the keys are a sentence")
  func plain() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course, ["--plain"])
    #expect(try await window.sees("Enter runs step a. ? says all keys."))
    try window.press("Enter")
    #expect(try await window.sees("Enter runs step b."))
    let screen = try await window.settled(withColors: true)
    try ScreenSnapshots.expect(screen, named: "run in words, 80 columns.txt")
    #expect(!screen.contains("\u{1b}"))
  }

  @Test("all keys are told")
  func keys() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course, rows: 60)
    #expect(try await window.sees("? keys"))
    try window.type("?")
    #expect(try await window.sees("any Swift"))
    try ScreenSnapshots.expect(try await window.settled(), named: "run keys, 80 columns.txt")
  }

  @Test("a window of another size gets its own row of keys, and nothing of the old one stays")
  func resize() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course)
    #expect(try await window.sees(": look"))
    try window.resize(columns: 44, rows: 30)
    let isGone = try await window.seesNoLonger(": look")
    let seen = try window.screen()
    #expect(isGone, "\(seen)")
    let narrow = try await window.settled()
    #expect(narrow.components(separatedBy: "? keys").count == 2, "\(narrow)")
    try window.resize(columns: 100, rows: 30)
    #expect(try await window.sees(": look"))
    let wide = try await window.settled()
    #expect(wide.components(separatedBy: "? keys").count == 2, "\(wide)")
    try window.press("Enter")
    #expect(try await window.sees("one: Int = 41"))
  }

  @Test("a lesson without steps, and one without anything")
  func empty() async throws {
    for text in ["# Only prose\n\nNothing runs.\n", ""] {
      let course = try TemporaryCourse(text)
      let window = try RunLesson.window(course)
      #expect(try await window.sees("This lesson has no steps."))
      #expect(try await window.sees("Enter ends"))
      try window.type("e")
      try window.press("Enter")
      #expect(try await window.status() == 0)
    }
  }

  @Test("--until runs through a step without asking, and goes on by keys")
  func until() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try RunLesson.window(course, ["--until", "b"])
    #expect(try await window.sees("two is 42"))
    #expect(try await window.sees("Enter runs step map"))
    try window.press("Enter")
    #expect(try await window.sees("Enter ends"))
  }
}
