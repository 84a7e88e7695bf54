// `lectern watch` of an exercise in a real terminal, with the real judge.
import Foundation
import Testing

struct ExerciseWatchTests {
  private static let times = #"\d\d:\d\d:\d\d"#

  private func window(
    _ course: borrowing ExerciseCourse, columns: Int = 80, rows: Int = 40, _ arguments: [String] = ["watch", "shares"],
    environment: [String: String] = [:]
  ) throws -> TerminalWindow {
    try TerminalWindow(
      arguments, in: course.root, columns: columns, rows: rows,
      environment: ["LECTERN_DATA": course.root + "/data"].merging(environment) { $1 })
  }

  /// A course whose exercise knows its starter.
  private func course() async throws -> ExerciseCourse {
    let course = try await ExerciseCourse()
    try course.write("Exercises/01-first/shares/.starter/Shares.swift", try course.text(ExerciseCourse.file))
    return course
  }

  private func progress(_ course: borrowing ExerciseCourse) throws -> String { try course.text("data/progress.json") }

  @Test(arguments: [80, 60])
  func `who has not begun sees the task, and every save is checked`(_ columns: Int) async throws {
    let course = try await course()
    let window = try window(course, columns: columns)
    #expect(try await window.sees("Your file is as it was given."))
    try ScreenSnapshots.expect(
      try await window.settled(), named: "watch exercise, \(columns) columns.txt", changing: [Self.times])
    try course.write(ExerciseCourse.file, try course.text(ExerciseCourse.file) + "\n")
    #expect(try await window.sees("A hint:"))
    #expect(try progress(course).contains(#""attempts" : 1"#))
    try course.write(ExerciseCourse.file, try course.text(ExerciseCourse.solution))
    #expect(try await window.sees("passed, all"))
    #expect(try await window.sees("You have passed all exercises"))
    try window.type("s")
    #expect(try await window.sees("let sum = values.reduce(0, +)"))
    try window.type("q")
    #expect(try await window.status() == 0)
  }

  @Test func `hints are counted, the chapter is listed, and the next exercise is a key away`() async throws {
    let course = try await course()
    #expect(try await course.run(["new", "exercise", "Means"]).status == 0)
    let window = try window(course)
    #expect(try await window.sees("? keys"))
    try window.type("h")
    #expect(try await window.sees("hint 1 of"))
    #expect(try progress(course).contains(#""hintsShown" : 1"#))
    try window.type("l")
    #expect(try await window.sees("> shares"))
    try window.type("?")
    #expect(try await window.sees("A save checks the file again."))
    try ScreenSnapshots.expect(
      try await window.settled(), named: "watch exercise keys, 80 columns.txt", changing: [Self.times])
    try window.type("s")
    #expect(try await window.sees("has not been passed yet"))
    try course.write(ExerciseCourse.file, try course.text(ExerciseCourse.solution))
    #expect(try await window.sees("n goes on to the next exercise, means (Means)."))
    try window.type("n")
    #expect(try await window.sees("means  Means"))
    try window.press("C-c")
    #expect(try await window.status() == 130)
  }

  @Test func `r puts the starter back after y only, and keeps the file`() async throws {
    let course = try await course()
    try course.write(ExerciseCourse.file, "// mine\n")
    let window = try window(course)
    #expect(try await window.sees("does not compile") || window.screen().contains("has no function"))
    try window.type("r")
    #expect(try await window.sees("y or n"))
    try window.type("n")
    #expect(try await window.sees("Nothing was changed."))
    #expect(try course.text(ExerciseCourse.file) == "// mine\n")
    try window.type("r")
    #expect(try await window.sees("y or n"))
    try window.type("y")
    #expect(try await window.sees("your file"))
    #expect(try await window.sees("Shares.swift.old-1"))
    #expect(try await window.sees("the starter again"))
    #expect(try course.text(ExerciseCourse.file + ".old-1") == "// mine\n")
    #expect(try course.text(ExerciseCourse.file).contains("TODO(shares)"))
  }

  private func endless(_ course: borrowing ExerciseCourse) throws -> String {
    let solution = try course.text(ExerciseCourse.solution)
    let brace = try #require(solution.firstIndex(of: "{"))
    var text = solution
    text.insert(contentsOf: "\n  while values.count < 1_000_000 {}\n", at: text.index(after: brace))
    return text
  }

  @Test func `a save during a check begins the check again`() async throws {
    let course = try await course()
    try course.write(ExerciseCourse.file, try endless(course))
    let window = try window(course)
    #expect(try await window.sees("checking Shares.swift"))
    try course.write(ExerciseCourse.file, try course.text(ExerciseCourse.solution))
    #expect(try await window.sees("passed, all"))
    #expect(try !window.history().contains("took more than"))
    #expect(try progress(course).contains(#""attempts" : 1"#), "the first check came to no verdict")
  }

  @Test func `Ctrl-C in the middle of a check ends all of it`() async throws {
    let course = try await course()
    try course.write(ExerciseCourse.file, try endless(course))
    let window = try window(course)
    #expect(try await window.sees("checking Shares.swift"))
    try window.press("C-c")
    #expect(try await window.status() == 130)
    let root = course.root
    // The window's shell stands in the folder too, and waits.
    #expect(
      try await LifetimeTests.eventually {
        LecternProcess.commands(in: root).allSatisfy(["sh", "bash", "cat"].contains)
      })
  }

  @Test func `two watches of one exercise both see a save, and both are counted`() async throws {
    let course = try await course()
    let windows = [try window(course), try window(course)]
    for window in windows { #expect(try await window.sees("? keys")) }
    try course.write(ExerciseCourse.file, try course.text(ExerciseCourse.solution))
    for window in windows { #expect(try await window.sees("passed, all")) }
    #expect(try progress(course).contains(#""attempts" : 2"#))
  }

  @Test func `a file that is gone is waited for`() async throws {
    let course = try await course()
    let window = try window(course)
    #expect(try await window.sees("? keys"))
    try FileManager.default.removeItem(atPath: "\(course.root)/\(ExerciseCourse.file)")
    #expect(try await window.sees("Shares.swift is gone"))
    try window.press("Enter")
    #expect(try await window.sees("cannot be read"))
    try course.write(ExerciseCourse.file, try course.text(ExerciseCourse.solution))
    #expect(try await window.sees("passed, all"))
  }

  @Test func `without colours and with ASCII alone nothing else is on the screen`() async throws {
    let course = try await course()
    let window = try window(course, ["watch", "shares", "--ascii", "--plain"], environment: ["NO_COLOR": "1"])
    #expect(try await window.sees("? keys"))
    try window.press("Enter")
    #expect(try await window.sees("again"))
    let screen = try await window.settled(withColors: true)
    #expect(screen.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(!screen.contains("\u{1b}[38"), "\(screen)")
  }
}
