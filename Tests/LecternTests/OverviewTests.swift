// `lectern` alone, as a learner sees it each morning.
import Foundation
import Testing

struct OverviewTests {
  @Test func `a new learner is told in a few lines how to begin`() async throws {
    let course = try await LearnerCourse(hasExercise: true)
    let result = try await course.run([])
    #expect(result.status == 0 && result.output.hasPrefix("Welcome to Lectern.\n"))
    #expect(result.output.contains("Begin: lectern run 1.1\n       Counting. About 5 minutes.\n"), "\(result.output)")
    #expect(result.output.split(separator: "\n").count <= 16)
  }

  @Test func `where the learner left comes next, with its step`() async throws {
    let course = try await LearnerCourse(hasExercise: true)
    try course.know(lessons: [LearnerCourse.counting: LearnerCourse.done, LearnerCourse.rows: LearnerCourse.left])
    let result = try await course.run([])
    #expect(
      result.output.contains(
        "Next:  lectern run 2.1\n       Go on with 2.1, \"Rows and columns\", at step b, 2 of 3.\n"),
      "\(result.output)")
    #expect(result.output.contains("Or:    lectern watch shares\n"))
  }

  @Test func `who has done it all is told so, and shown the award`() async throws {
    let course = try await LearnerCourse()
    try course.know(lessons: [LearnerCourse.counting: LearnerCourse.done, LearnerCourse.rows: LearnerCourse.done])
    let result = try await course.run([])
    #expect(result.output.hasPrefix("You have done it all.\n2 lessons, every step of them.\n"), "\(result.output)")
    #expect(result.output.contains("Next:  lectern award\n"))
  }

  @Test func `an empty course says how its first lesson is made`() async throws {
    let course = try await LearnerCourse()
    try FileManager.default.removeItem(atPath: course.root + "/Lessons/01-first-steps")
    try FileManager.default.removeItem(atPath: course.root + "/Lessons/02-shapes")
    let result = try await course.run([])
    #expect(result.status == 0 && result.output.contains("lectern new lesson"), "\(result.output)")
  }

  @Test(arguments: [20, 31, 40, 52, 60, 80, 120])
  func `nothing is wider than the window, and no command is cut`(_ width: Int) async throws {
    let course = try await LearnerCourse(hasExercise: true)
    try course.know(lessons: [LearnerCourse.counting: LearnerCourse.done, LearnerCourse.rows: LearnerCourse.left])
    let lines = try await course.run(["--width", "\(width)"]).output.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.count <= width }, "\(lines)")
    #expect(lines.contains { $0.hasSuffix("lectern run 2.1") })
    if width > 20 { #expect(lines.contains { $0.hasSuffix("lectern watch shares") }) }
  }

  @Test func `in words nothing is drawn, and in ASCII nothing else is`() async throws {
    let course = try await LearnerCourse(hasExercise: true)
    try course.know(lessons: [LearnerCourse.counting: LearnerCourse.done])
    let words = try await course.run(["--plain"]).output
    #expect(
      words.contains(
        "Chapter 1, First steps: 1 of 1 lessons done, 0 of 1 exercises passed, 1 of 1\nquestions right."), "\(words)")
    #expect(!words.contains("█") && !words.contains("░"))
    let ascii = try await course.run(["--ascii"]).output
    #expect(ascii.contains("[#") && ascii.utf8.allSatisfy { (0x20...0x7e).contains($0) || $0 == 0x0a }, "\(ascii)")
  }

  @Test(arguments: [60, 80, 120])
  func `the screen of a learner under way`(_ columns: Int) async throws {
    let course = try await LearnerCourse(hasExercise: true)
    try course.know(
      lessons: [LearnerCourse.counting: LearnerCourse.done, LearnerCourse.rows: LearnerCourse.left],
      exercises: ["shares": #"{"attempts":2,"earned":4,"points":10}"#])
    let window = try TerminalWindow(
      [], in: course.root, columns: columns, environment: ["LECTERN_DATA": course.data])
    #expect(try await window.status() == 0)
    try ScreenSnapshots.expect(
      try await window.settled(withColors: columns == 80), named: "overview, \(columns) columns.txt")
  }

  @Test func `progress that cannot be read is told, and the overview is that of a new learner`() async throws {
    let course = try await LearnerCourse()
    try course.write("data/progress.json", "{")
    let result = try await course.run([])
    #expect(result.status == 0 && result.errors.contains("your progress cannot be read"))
    #expect(result.output.hasPrefix("Welcome"))
  }
}
