// `new exercise`, `verify`, `hint`, `solution`, `reset`, `release`, `list` and `watch`: an exercise from its making to the
// learners' copy, with the real judge.
import Foundation
import Testing

/// A course with one exercise that `lectern new exercise` made, and a data folder of its own.
struct ExerciseCourse: ~Copyable {
  let root: String

  static let file = "Exercises/01-first/shares/Shares.swift"
  static let solution = "Solutions/01-first/shares/Shares.swift"

  init() async throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-test-\(UUID().uuidString)").path
    try write("Lessons/01-first/01-counting.md", "# Counting\n")
    let made = try await run(["new", "exercise", "Shares"])
    try #require(made.status == 0, "\(made.errors)")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func run(_ arguments: [String], in folder: String = "") async throws -> LecternResult {
    try await LecternProcess.run(
      arguments, in: folder.isEmpty ? root : "\(root)/\(folder)", environment: ["LECTERN_DATA": root + "/data"])
  }

  func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(root)/\(path)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(_ path: String) throws -> String { try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) }
}

@Suite struct ExerciseCommandTests {
  @Test func `a new exercise proves itself, and what is broken in it is found`() async throws {
    let course = try await ExerciseCourse()
    let proven = try await course.run(["verify", "shares", "--format", "json"])
    #expect(proven.status == 0, "\(proven.output)\(proven.errors)")
    #expect(proven.output.contains(#""exercise":"shares","findings":[],"path":"Exercises/01-first/shares""#))
    try course.write(ExerciseCourse.file, try course.text(ExerciseCourse.solution))
    try course.write(
      "Solutions/01-first/shares/Mistakes/DividesByCount.swift", try course.text(ExerciseCourse.solution))
    let broken = try await course.run(["verify"])
    #expect(broken.status == 1)
    for message in [
      "\(ExerciseCourse.file): the starter passes as it is given", "DividesByCount.swift: this mistake gets full marks",
      "FAILED  Exercises/01-first/shares", "ok      Lessons/01-first/01-counting.md",
      "1 of 1 lesson and 1 exercise failed: Exercises/01-first/shares",
    ] {
      #expect(broken.output.contains(message), "\(broken.output)")
    }
  }

  @Test func `both files of probes are compiled with the fixtures, whose faults have their own place`() async throws {
    let course = try await ExerciseCourse()
    for file in ["Exercises/01-first/shares/Probes.swift", "Solutions/01-first/shares/HiddenProbes.swift"] {
      try course.write(file, try course.text(file) + "\nlet sharedByBoth: Double = shared()\n")
    }
    let fixtures = "Exercises/01-first/shares/Fixtures.swift"
    let without = try await course.run(["verify", "shares"])
    #expect(
      without.status == 1
        && without.output.contains("shares/Probes.swift is part of the exercise and does not compile: line"),
      "\(without.output)")
    try course.write(fixtures, "// What both share.\nfunc shared() -> Double { 0.5 }\n")
    let proven = try await course.run(["verify", "shares"])
    #expect(proven.status == 0, "\(proven.output)\(proven.errors)")
    try course.write(fixtures, "// What both share.\nfunc shared() -> Double { \"half\" }\n")
    let broken = try await course.run(["verify", "shares"])
    #expect(
      broken.status == 1
        && broken.output.contains(
          "shares/Fixtures.swift is part of the exercise and does not compile: line 2: cannot convert"),
      "\(broken.output)")
  }

  @Test func `a task that cannot be read fails the course with its line`() async throws {
    let course = try await ExerciseCourse()
    let task = "Exercises/01-first/shares/Task.md"
    try course.write(task, try course.text(task).replacing("hints:", with: "hint:"))
    let sentence = "\(task):7: unknown key \"hint\"; the nearest known one is \"hints\"\n"
    let all = try await course.run(["verify"])
    #expect(all.status == 1 && all.output.contains(sentence), "\(all.output)")
    let one = try await course.run(["hint", "shares"])
    #expect(one.status == 2 && one.errors == sentence)
    #expect(try await course.run(["list"]).errors == sentence)
  }

  @Test func `hints come one at a time, and can be read again`() async throws {
    let course = try await ExerciseCourse()
    #expect(try await course.run(["hint", "shares", "--again"]).output.contains("no hint has been given yet"))
    for number in 1...3 {
      let result = try await course.run(["hint", "shares"])
      #expect(result.status == 0 && result.output.hasPrefix("hint \(number) of 3\n"), "\(result.output)")
    }
    #expect(try await course.run(["hint", "shares"]).output.hasPrefix("all 3 hints of shares have been given"))
    let json = try await course.run(["hint", "shares", "--again", "--format", "json"])
    #expect(json.output.contains(#""left":0"#) && json.output.contains("Add up all numbers first"))
    let list = try await course.run(["list", "--format", "json"])
    #expect(list.output.contains(#""hintsShown":3,"id":"shares""#) && list.output.contains(#""state":"started""#))
  }

  @Test func `hints from several lecterns at once are all different`() async throws {
    let course = try await ExerciseCourse()
    let (root, arguments) = (course.root, ["hint", "shares", "--format", "json"])
    let hints = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<3 {
        group.addTask {
          try await LecternProcess.run(arguments, in: root, environment: ["LECTERN_DATA": root + "/data"]).output
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for number in 1...3 { #expect(hints.count { $0.contains("\"hint\":\(number),") } == 1, "\(hints)") }
  }

  @Test func `the solution is for those who have passed`() async throws {
    let course = try await ExerciseCourse()
    let before = try await course.run(["solution", "shares"])
    #expect(before.status == 1 && before.output.isEmpty && before.errors.contains("lectern check shares"))
    let starter = try course.text(ExerciseCourse.file)
    try course.write(ExerciseCourse.file, try course.text(ExerciseCourse.solution))
    let checked = try await course.run(["check", "Shares.swift"], in: "Exercises/01-first/shares")
    #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
    // Passed is passed, whatever becomes of the file.
    try course.write(ExerciseCourse.file, starter)
    let after = try await course.run(["solution", "shares"])
    #expect(after.status == 0)
    #expect(try after.output == course.text(ExerciseCourse.solution))
    #expect(try await course.run(["list"]).output.contains("10/10"))
  }

  @Test func `progress that cannot be kept is told, and stops nothing`() async throws {
    let course = try await ExerciseCourse()
    let result = try await LecternProcess.run(
      ["hint", "shares"], in: course.root, environment: ["LECTERN_DATA": "/proc/none"])
    #expect(result.status == 0 && result.output.hasPrefix("hint 1 of 3\n"))
    #expect(result.errors.contains("your progress cannot be kept"))
  }

  @Test func `a learners' copy is checked, reset and verified without solutions`() async throws {
    let course = try await ExerciseCourse()
    let starter = try course.text(ExerciseCourse.file)
    let released = try await course.run(["release", "--out", "copy", "--format", "json"])
    #expect(released.status == 0, "\(released.errors)")
    #expect(released.output.contains(#""exercises":["shares"]"#))
    #expect(!FileManager.default.fileExists(atPath: "\(course.root)/copy/Solutions"))

    let wrong = try await course.run(["check", "shares", "--format", "json"], in: "copy")
    #expect(wrong.status == 1)
    let wrongAnswer = try course.text("Solutions/01-first/shares/Mistakes/DividesByLargest.swift")
    try course.write("copy/\(ExerciseCourse.file)", wrongAnswer)
    let mistaken = try await course.run(["check", "shares", "--format", "json"], in: "copy")
    #expect(mistaken.status == 1 && mistaken.output.contains("You divide by the largest number"), "\(mistaken.output)")
    try course.write("copy/\(ExerciseCourse.file)", try course.text(ExerciseCourse.solution))
    #expect(try await course.run(["check", "shares"], in: "copy").status == 0)
    let solution = try await course.run(["solution", "shares"], in: "copy")
    #expect(solution.status == 1 && solution.errors.contains("holds no solutions"))

    let reset = try await course.run(["reset", "shares"], in: "copy")
    #expect(reset.output.contains("\(ExerciseCourse.file).old-1"))
    #expect(try course.text("copy/\(ExerciseCourse.file)") == starter)
    #expect(try course.text("copy/\(ExerciseCourse.file).old-1") == course.text(ExerciseCourse.solution))
    #expect(try await course.run(["verify"], in: "copy").status == 0)

    // Answers that were cut short, or are those of other probes, are the course's fault and never the learner's.
    let file = "copy/Exercises/01-first/shares/Answers.json"
    let answers = try course.text(file)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(answers.utf8)) as? [String: Any])
    for key in ["rows", "probes", "seeds"] {
      var less = object
      less[key] = Array((object[key] as? [Any] ?? []).dropLast())
      try course.write(file, String(decoding: JSONSerialization.data(withJSONObject: less), as: UTF8.self))
      let unsure = try await course.run(["check", "shares", "--format", "json"], in: "copy")
      #expect(unsure.status == 1 && unsure.output.contains("couldNotCheck"), "\(key): \(unsure.output)")
    }
  }

  @Test func `a copy is checked whatever functions of the standard library its starter calls`() async throws {
    let course = try await ExerciseCourse()
    let starter = try course.text(ExerciseCourse.file)
    let calling = starter.replacing("\n  values\n", with: "\n  Array(repeating: 1, count: values.count)\n")
    try #require(calling != starter)
    try course.write(ExerciseCourse.file, calling)
    #expect(try await course.run(["release", "--out", "copy"]).status == 0)
    let checked = try await course.run(["check", "shares", "--format", "json"], in: "copy")
    #expect(checked.status == 1 && !checked.output.contains("couldNotCheck"), "\(checked.output)")
  }

  @Test func `a copy that would give something away is not made`() async throws {
    let course = try await ExerciseCourse()
    let task = "Exercises/01-first/shares/Task.md"
    try course.write(task, try course.text(task) + "\n`let sum = values.reduce(0, +)`\n")
    let line = try course.text(task).split(separator: "\n", omittingEmptySubsequences: false).count - 1
    let result = try await course.run(["release", "--out", "copy"])
    #expect(result.status == 1)
    #expect(result.errors.contains("\(task):\(line): this is line 3 of \(ExerciseCourse.solution)\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: course.root).allSatisfy { !$0.contains("copy") })
  }

  @Test(arguments: ["hint", "solution", "reset", "check", "watch", "verify"])
  func `an unknown exercise is told with the nearest`(_ command: String) async throws {
    let course = try await ExerciseCourse()
    let result = try await course.run([command, "sahres"])
    #expect(result.status == 2 && result.errors.contains("shares"), "\(result.errors)")
  }

  @Test func `a name of a lesson and of an exercise is verified as both, and watched as neither`() async throws {
    let course = try await ExerciseCourse()
    try course.write("Lessons/01-first/02-shares.md", "# Shares\n")
    let verified = try await course.run(["verify", "shares"])
    #expect(verified.output.hasSuffix("1 lesson and 1 exercise verified\n"), "\(verified.output)")
    let watched = try await course.run(["watch", "shares"])
    #expect(watched.status == 2)
    #expect(watched.errors.contains("Lessons/01-first/02-shares.md, Exercises/01-first/shares. Name its path"))
  }

  @Test func `watch checks again on save, and Ctrl-C ends it`() async throws {
    let course = try await ExerciseCourse()
    let (output, errors) = (Pipe(), Pipe())
    let process = try LecternProcess.start(
      ["watch", "shares", "--format", "json"], in: course.root, environment: ["LECTERN_DATA": course.root + "/data"],
      output: output, errors: errors)
    let reading = output.fileHandleForReading
    #expect(try await Self.line(reading).contains(#""verdict":"failed""#))
    try course.write(ExerciseCourse.file, try course.text(ExerciseCourse.solution))
    #expect(try await Self.line(reading).contains(#""verdict":"passed""#))
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }

  /// The next line of a pipe; what there is of it when the writer goes away.
  private static func line(_ file: FileHandle) async throws -> String {
    try await Task.detached {
      var line = Data()
      while let byte = try file.read(upToCount: 1), let first = byte.first, first != UInt8(ascii: "\n") { line += byte }
      return String(decoding: line, as: UTF8.self)
    }.value
  }
}
