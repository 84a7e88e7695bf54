// The learners' copy: what is in it, and that nothing leaks.
import Foundation
import LessonDocuments
import Testing

@testable import Grading

@Suite struct ReleaseTests {
  private static let exercise = "Exercises/02-second/softmax"

  private func release(
    _ course: borrowing CourseOnDisk, to folder: String = "copy", answers: String = "{}"
  ) throws -> Release.Summary {
    try Release(of: try course.course, exercises: try course.catalogue.exercises) { _ in Data(answers.utf8) }
      .write(to: "\(course.root)/\(folder)")
  }

  /// The copy is refused for what `change` puts into the course, and nothing of it is left.
  private func leaks(_ answers: String = "{}", _ change: (borrowing CourseOnDisk) throws -> Void) throws -> [Leak] {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    try change(course)
    let before = try course.names(in: "")
    do {
      _ = try release(course, answers: answers)
      return []
    } catch ReleaseError.leaks(let leaks) {
      #expect(try course.names(in: "") == before)
      return leaks
    }
  }

  @Test func `learners get what they need, and nothing else`() throws {
    let course = try CourseOnDisk(
      exercise: "02-second/softmax",
      [
        "Lessons/01-first/words.txt": "a b", "Lessons/.draft.md": "secret", "Notes/plan.md": "secret",
        "BaseModel/config.json": "{}", "HarbourLines/Later/notice.pdf": "%PDF",
        "Code/shown.swift": "// region: a\nlet a = 1\n// end: a\n",
        "Lessons/01-first/01-counting.md": "# Counting\n\n```swift include=Code/shown.swift#a\n```\n",
        "\(Self.exercise)/Fixtures.swift": "func given() -> [Double] { [1] }\n",
        "\(Self.exercise)/Softmax.swift.old-1": "mine", "\(Self.exercise)/notes.txt": "mine",
      ])
    let summary = try release(course)
    #expect(summary.exercises == ["softmax"] && summary.lessons == 1)
    let names = FileManager.default.enumerator(atPath: "\(course.root)/copy")?.compactMap { $0 as? String } ?? []
    #expect(
      names.filter { $0.contains(".") && !$0.hasSuffix(".starter") }.sorted() == [
        "BaseModel/config.json", "Code/shown.swift", "Exercises/02-second/softmax/.starter/Softmax.swift",
        "Exercises/02-second/softmax/Answers.json", "Exercises/02-second/softmax/Fixtures.swift",
        "Exercises/02-second/softmax/Probes.swift", "Exercises/02-second/softmax/Softmax.swift",
        "Exercises/02-second/softmax/Task.md",
        "HarbourLines/Later/notice.pdf", "Lessons/01-first/01-counting.md", "Lessons/01-first/words.txt", "README.md",
      ])
    #expect(try course.text("copy/README.md").contains("[Task](Exercises/02-second/softmax/Task.md)"))
    let copy = try ExerciseCatalogue(of: Course.containing("\(course.root)/copy"))
    #expect(copy.exercises.map(\.isReleased) == [true])
  }

  @Test func `a line of the solution in the task is a leak, whatever its spaces and marks`() throws {
    for line in ["let sum=values . reduce(0, +)", "> let sum = values.reduce(0, +)", "`let sum = values.reduce(0, +)`"]
    {
      let leaks = try leaks { try $0.change("\(Self.exercise)/Task.md", "Write it in", "\(line)\n\nWrite it in") }
      #expect(leaks.map(\.source) == ["Solutions/02-second/softmax/Softmax.swift"], "\(line)")
      #expect(leaks.map(\.path) == ["\(Self.exercise)/Task.md"] && leaks.map(\.sourceLine) == [3])
    }
  }

  @Test func `so is one of a mistake or of a hidden probe, and one within a line`() throws {
    let mistake = try leaks {
      try $0.change("\(Self.exercise)/Task.md", "Write it in", "Not values.map { $0 / Float(values.count) } but")
    }
    #expect(mistake.map(\.source) == ["Solutions/02-second/softmax/Mistakes/DividesByCount.swift"])
    let hidden = try leaks {
      try $0.change(
        "\(Self.exercise)/Task.md", "Write it in", "softmax(random.integers(8, in: 1...9).map { Float($0) })\n")
    }
    #expect(hidden.map(\.source) == ["Solutions/02-second/softmax/HiddenProbes.swift"])
  }

  @Test func `a line of the solution among the bytes of a model is a leak`() throws {
    let leaks = try leaks {
      let bytes = [0xFF, 0xFE, 0x00] + Array("let sum = values.reduce(0, +)".utf8) + [0x00, 0xC0]
      try FileManager.default.createDirectory(atPath: $0.root + "/BaseModel", withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: $0.root + "/BaseModel/model.safetensors"))
    }
    #expect(leaks.map(\.path) == ["BaseModel/model.safetensors"])
  }

  @Test func `the name of a hidden probe is a leak, a mistake's sentence is not`() throws {
    let name = try leaks(#"{"probes":[{"name":"shares of large numbers"}]}"#) { _ in }
    #expect(name.map(\.path) == ["\(Self.exercise)/Answers.json"] && name.map(\.sourceLine) == [5])
    let sentence =
      "You divide by how many numbers there are. That is what a mean needs; a share is a part of their sum."
    #expect(try leaks("[\"\(sentence)\"]") { _ in } == [])
  }

  @Test func `code is found in JSON as it is read`() throws {
    #expect(try leaks(#"["first\n  let sum\u0020= values.reduce(0, +)"]"#) { _ in }.count == 1)
  }

  @Test func `what the starter, a visible probe or a lesson says is no secret`() throws {
    for file in ["\(Self.exercise)/Softmax.swift", "\(Self.exercise)/Probes.swift", "Lessons/01-first/01-counting.md"] {
      let found = try leaks {
        try $0.write(file, try $0.text(file) + "\n// let sum = values.reduce(0, +)\n")
        try $0.change("\(Self.exercise)/Task.md", "Write it in", "let sum = values.reduce(0, +)\n\nWrite it in")
      }
      #expect(found == [], "\(file)")
    }
  }

  @Test func `another exercise's starter may share a line by chance, not three`() throws {
    let lines = ["let first = values.min() ?? 0", "let second = values.max() ?? 0", "let third = second - first + 1"]
    for count in 1...3 {
      let found = try leaks { course in
        let (found, catalogue) = (try course.course, try course.catalogue)
        try NewExercise(named: "02-second/other", in: found, beside: catalogue).write()
        try course.write(
          "Solutions/02-second/softmax/Softmax.swift", "func softmax() {\n\(lines.joined(separator: "\n"))\n}\n")
        try course.change(
          "Exercises/02-second/other/Other.swift", "  values", lines.prefix(count).joined(separator: "\n  }\n"))
      }
      #expect(found.map(\.path) == (count == 3 ? ["Exercises/02-second/other/Other.swift"] : []))
    }
  }

  @Test(arguments: ["}", "return x", "import Foundation", "let x = 1", "    ", "((((((((((((((((((((a))))))))))))))))"])
  func `short lines are nobody's secret`(_ line: String) {
    #expect(!LeakSearch.counts(LeakSearch.compared(line)))
  }

  @Test func `a solved file in the starter's place is refused`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    try course.write("\(Self.exercise)/Softmax.swift", try course.text("Solutions/02-second/softmax/Softmax.swift"))
    #expect(throws: ReleaseError.noStarter(path: "\(Self.exercise)/Softmax.swift", mark: "TODO(softmax)")) {
      try release(course)
    }
  }

  @Test func `a link is not followed, and a solution is not included`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    let link = "\(course.root)/Lessons/01-first/s.swift"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/passwd")
    #expect(throws: ReleaseError.link(path: "Lessons/01-first/s.swift")) { try release(course) }
    try FileManager.default.removeItem(atPath: link)
    try course.write("Solutions/part.swift", "// region: a\nlet a = 1\n// end: a\n")
    try course.write(
      "Lessons/01-first/01-counting.md", "# A\n\n```swift include=Solutions/part.swift#a\n```\n")
    #expect(
      throws: ReleaseError.includesSolution(
        path: "Lessons/01-first/01-counting.md", line: 3, file: "Solutions/part.swift")
    ) { try release(course) }
  }

  @Test func `a folder that holds something is left alone; an empty one is filled`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax", ["copy/mine.txt": "mine"])
    #expect(throws: ReleaseError.notEmpty(folder: "\(course.root)/copy")) { try release(course) }
    #expect(try course.names(in: "copy") == ["mine.txt"])
    try course.remove("copy/mine.txt")
    #expect(try release(course).exercises == ["softmax"])
    for part in ["Lessons", "Exercises", "Solutions"] {
      #expect(throws: ReleaseError.insideCourse(folder: "\(course.root)/\(part)/copy", part: part)) {
        try release(course, to: "\(part)/copy")
      }
    }
  }

  @Test func `an answer that cannot be made leaves nothing behind`() throws {
    struct Stop: Error {}
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    let before = try course.names(in: "")
    let release = Release(of: try course.course, exercises: try course.catalogue.exercises) { _ in throw Stop() }
    let folder = "\(course.root)/copy"
    #expect(throws: Stop.self) { try release.write(to: folder) }
    #expect(try course.names(in: "") == before)
  }

  @Test func `an exercise is not released without what it needs`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    try course.change("\(Self.exercise)/Task.md", "points: 10", "points: 10\nneeds: [shapes]")
    #expect(throws: ReleaseError.lacks(id: "softmax", need: "shapes")) { try release(course) }
  }
}
