// `include=path#region`: the text of a region, its places, and what stays outside (LESSON_FORMAT rules 4 and 13).
import Foundation
import Testing

@testable import LessonDocuments

struct IncludeTests {
  static let source = """
    // head
    // region: first
    let a = 1

    let b = 2
    // end: first
    struct S {
        // region: inner
        func f() {
            g()
        }

        //   end: inner
    }
    // region: open
    """

  private func read(_ include: String, _ course: borrowing TemporaryCourse) throws -> LessonReading {
    try course.write("Lessons/01-a/01-l.md", "# T\n\n```swift include=\(include)\n```\n")
    return try LessonReader.read(
      file: course.root + "/Lessons/01-a/01-l.md", named: "Lessons/01-a/01-l.md", course: course.root)
  }

  @Test(
    "a region is found from the lesson's folder, or else from the course's",
    arguments: [
      ("x.swift#first", "Lessons/01-a/x.swift"), ("Code/y.swift#first", "Code/y.swift"),
      ("../../Code/y.swift#first", "Code/y.swift"),
    ])
  func paths(_ include: String, _ file: String) throws {
    let course = try TemporaryCourse(["Lessons/01-a/x.swift": Self.source, "Code/y.swift": Self.source])
    let reading = try read(include, course)
    let step = try #require(reading.lesson.steps.first)
    #expect(step.include == include)
    #expect(
      step.source == SourceText(text: "let a = 1\n\nlet b = 2", file: file, firstLine: 3, columnOffsets: [0, 0, 0]))
    #expect(step.range.start == SourcePosition(line: 3, column: 1))
    #expect(reading.warnings.isEmpty)
  }

  @Test("the indentation that all lines share is taken away, and positions count it")
  func indentation() throws {
    let course = try TemporaryCourse(["x.swift": Self.source.replacing("\n", with: "\r\n")])
    let source = try #require(try read("x.swift#inner", course).lesson.steps.first).source
    #expect(source.text == "func f() {\n    g()\n}\n")
    #expect(source.columnOffsets == [4, 4, 4, 0])
    #expect(source.position(line: 2, column: 5) == SourcePosition(line: 10, column: 9))
  }

  @Test("lines in the block itself have no effect, with a warning")
  func ownLines() throws {
    let course = try TemporaryCourse(["x.swift": Self.source, "l.md": "```swift include=x.swift#first\nmine\n```\n"])
    let reading = try LessonReader.read(file: course.root + "/l.md", named: "l.md", course: course.root)
    #expect(reading.lesson.steps.map(\.source.firstLine) == [3])
    #expect(reading.warnings.map(\.line) == [1])
  }

  @Test(
    "what cannot be included is an error at the step's line, with the reason",
    arguments: [
      ("x.swift", LessonError.IncludeFault.namesNoRegion), ("x.swift#", .namesNoRegion), ("no.swift#first", .notFound),
      ("#first", .notFound), ("x.swift#frist", .noSuchRegion(known: ["first", "inner", "open"])),
      ("x.swift#open", .openRegion(line: 15)),
      ("../../../../etc/passwd#a", .outsideCourse), ("/etc/passwd#a", .outsideCourse),
      ("../../../nothing.swift#a", .outsideCourse),
      ("link.swift#first", .outsideCourse), ("folder/passwd#a", .outsideCourse),
      ("bad.swift#a", .notUTF8(SourcePosition(line: 2, column: 2))),
      ("Code#a", .unreadable(reason: "it is a folder")),
    ])
  func faults(_ include: String, _ fault: LessonError.IncludeFault) throws {
    let course = try TemporaryCourse(["Lessons/01-a/x.swift": Self.source, "Code/y.swift": ""])
    let outside = try TemporaryCourse(["secret.swift": Self.source])
    try course.link("link.swift", to: outside.root + "/secret.swift")
    try course.link("folder", to: "/etc")
    try Data([0x61, 0x0A, 0x62, 0xFF]).write(to: URL(fileURLWithPath: course.root + "/bad.swift"))
    let expected = LessonError.badInclude(path: "Lessons/01-a/01-l.md", line: 3, include: include, fault: fault)
    do {
      _ = try read(include, course)
      Issue.record("it was included")
    } catch let error as LessonError {
      #expect(error == expected)
      #expect("\(error)".hasPrefix("Lessons/01-a/01-l.md:3: include=\(include): "))
    }
  }

  @Test("a link that stays inside the course is followed")
  func linkInside() throws {
    let course = try TemporaryCourse(["Code/y.swift": Self.source])
    try course.link("alias.swift", to: "Code/y.swift")
    #expect(try read("alias.swift#first", course).lesson.steps.first?.source.file == "Code/y.swift")
  }

  @Test("a missing region names the nearest there is")
  func nearestRegion() {
    let error = LessonError.badInclude(
      path: "l.md", line: 1, include: "x.swift#frist", fault: .noSuchRegion(known: ["first", "other"]))
    #expect("\(error)".contains("\"first\""))
  }

  @Test("a lesson in memory has no course, so an include is an error")
  func inMemory() {
    #expect(throws: LessonError.badInclude(path: "l.md", line: 1, include: "a#b", fault: .notFound)) {
      try LessonReader.read("```swift include=a#b\n```\n", named: "l.md")
    }
  }
}
