// `progress` and `reset`: where progress is, taking it along, forgetting it.
import Foundation
import Testing

struct ProgressCommandTests {
  @Test func `progress says where its file is and what is in it`() async throws {
    let course = try await LearnerCourse()
    try course.know(lessons: [LearnerCourse.rows: LearnerCourse.left])
    let result = try await course.run(["progress"])
    #expect(result.output.hasPrefix(course.progressFile + "\n  of this course: progress in 1 lesson (1 step)\n"))
    let json = try await course.run(["progress", "--format", "json"]).output
    #expect(json.contains("\"file\":\"\(course.progressFile)\"") && json.contains("\"place\":\"b\""))
  }

  @Test func `two machines exchange progress, and neither loses any`() async throws {
    let course = try await LearnerCourse(hasExercise: true)
    try course.know(
      lessons: [LearnerCourse.rows: LearnerCourse.left], exercises: ["shares": #"{"attempts":5,"hintsShown":1}"#])
    try course.know(
      lessons: [LearnerCourse.counting: LearnerCourse.done],
      exercises: ["shares": #"{"attempts":1,"earned":10,"points":10,"passedFile":"0"}"#], data: "other")
    for (from, to) in [("data", "other"), ("other", "data")] {
      let exported = try await course.run(["progress", "export", "taken.json"], data: from)
      #expect(exported.status == 0 && exported.output.contains("lectern progress import taken.json"))
      #expect(try !course.text("taken.json").contains(course.root))
      let imported = try await course.run(["progress", "import", "taken.json"], data: to)
      #expect(imported.status == 0, "\(imported.errors)")
    }
    for data in ["data", "other"] {
      let list = try await course.run(["list"], data: data).output
      #expect(
        list.contains("done") && list.contains("started 1/3") && list.contains("passed") && list.contains("10/10"))
    }
    let again = try await course.run(["progress", "import", "taken.json"], data: "data")
    #expect(again.output.hasPrefix("nothing new in taken.json"))
  }

  @Test func `files of other courses, and other files, are refused and change nothing`() async throws {
    let course = try await LearnerCourse()
    let other = try await LearnerCourse()
    try other.know(lessons: [LearnerCourse.rows: LearnerCourse.left])
    try FileManager.default.removeItem(atPath: other.root + "/Lessons/01-first-steps")
    try FileManager.default.moveItem(
      atPath: other.root + "/Lessons/02-shapes", toPath: other.root + "/Lessons/07-birds")
    let taken = course.root + "/taken.json"
    #expect(try await other.run(["progress", "export", taken]).status == 0)
    try course.know(lessons: [LearnerCourse.rows: LearnerCourse.left])
    let before = try course.text("data/progress.json")
    let refused = try await course.run(["progress", "import", taken])
    #expect(refused.status == 2 && refused.errors.contains(#"another course ("Birds")"#), "\(refused.errors)")
    for (file, sentence) in [
      (course.progressFile, "the file of all courses"), (LearnerCourse.rows, "this is no progress of lectern"),
      ("nowhere.json", "cannot be read"), ("Lessons", "it is a folder"),
    ] {
      let result = try await course.run(["progress", "import", file])
      #expect(result.status == 2 && result.errors.contains(sentence), "\(result.errors)")
    }
    #expect(try course.text("data/progress.json") == before)
  }

  @Test func `a course that was moved gets its progress from its old folder`() async throws {
    let course = try await LearnerCourse()
    let text =
      "{\"version\":2,\"courses\":{\"/gone/course\":{\"lessons\":{\"\(LearnerCourse.rows)\":\(LearnerCourse.left)}}}}"
    try course.write("data/progress.json", text)
    #expect(try await course.run(["progress"]).output.contains("lectern progress import /gone/course"))
    #expect(try await course.run(["progress", "import", "/gone/course"]).status == 0)
    #expect(try await course.run([]).output.contains("at step b, 2 of 3"))
  }

  @Test func `with nothing known there is nothing to take along`() async throws {
    let course = try await LearnerCourse()
    let result = try await course.run(["progress", "export", "taken.json"])
    #expect(result.status == 1 && result.errors.contains("nothing is known of this course"))
    #expect(!FileManager.default.fileExists(atPath: course.root + "/taken.json"))
  }

  // MARK: Forgetting

  @Test func `reset forgets one lesson, and says what`() async throws {
    let course = try await LearnerCourse()
    try course.know(lessons: [LearnerCourse.rows: LearnerCourse.left, LearnerCourse.counting: LearnerCourse.done])
    let lesson = try course.text(LearnerCourse.rows)
    let result = try await course.run(["reset", "2.1"])
    #expect(result.output == "forgotten of \(LearnerCourse.rows): 1 step, your place at step b\n")
    #expect(try await course.run(["reset", "rows"]).output.hasPrefix("nothing was known of \(LearnerCourse.rows)"))
    #expect(try course.text(LearnerCourse.rows) == lesson)
    #expect(try await course.run(["list", "--state", "done"]).output.contains("counting"))
  }

  @Test func `reset --all needs a yes, and keeps a copy`() async throws {
    let course = try await LearnerCourse()
    try course.know(lessons: [LearnerCourse.rows: LearnerCourse.left])
    let before = try course.text("data/progress.json")
    let unasked = try await course.run(["reset", "--all"], input: "y\n")
    #expect(unasked.status == 2 && unasked.errors.contains("--yes"))
    #expect(try course.text("data/progress.json") == before)
    let result = try await course.run(["reset", "--all", "--yes"])
    #expect(result.status == 0 && result.output.contains(course.progressFile + ".old-1"), "\(result.output)")
    #expect(try course.text("data/progress.json.old-1") == before)
    #expect(try await course.run([]).output.hasPrefix("Welcome"))
    #expect(try await course.run(["reset", "--all", "--yes"]).output.contains("nothing to do"))
  }

  @Test func `on a terminal reset --all asks, and only y forgets`() async throws {
    let course = try await LearnerCourse()
    try course.know(lessons: [LearnerCourse.rows: LearnerCourse.left])
    let before = try course.text("data/progress.json")
    for (answer, isForgotten) in [("", false), ("n", false), ("y", true)] {
      let window = try TerminalWindow(
        ["reset", "--all"], in: course.root, columns: 120, environment: ["LECTERN_DATA": course.data])
      #expect(try await window.sees("Forget it all? [y/N]"))
      try window.type(answer)
      try window.press("Enter")
      #expect(try await window.status() == 0)
      #expect(try (course.text("data/progress.json") != before) == isForgotten)
    }
  }

  @Test(arguments: [["reset"], ["reset", "--all", "2.1"], ["reset", "2.1", "--yes"], ["reset", "nothing"]])
  func `reset without a clear wish is wrong usage`(_ arguments: [String]) async throws {
    let course = try await LearnerCourse()
    #expect(try await course.run(arguments).status == 2)
  }
}
