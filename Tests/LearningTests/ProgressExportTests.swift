// Progress in one file, taken from one machine to another.
import Foundation
import Testing

@testable import Grading
@testable import Learning

struct ProgressExportTests {
  private struct File: ~Copyable {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("export-\(UUID().uuidString)").path
    deinit { try? FileManager.default.removeItem(atPath: path) }
    func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
  }

  private let course = CourseOutline(
    chapters: ["First", "Second"], lessons: ["Lessons/1.md", "Lessons/2.md"], exercises: ["softmax", "bigrams"])

  private var progress: CourseProgress {
    var progress = CourseProgress()
    progress.exercises["softmax", default: ExerciseProgress()].attempts = 3
    progress.lessons["Lessons/1.md", default: LessonProgress()].steps = ["a"]
    progress.lessons["Lessons/1.md"]?.lastUsed = Moment(milliseconds: 1_790_000_000_000)
    return progress
  }

  @Test func `what was written is read again, and names no folder of this machine`() throws {
    let file = File()
    try ProgressExport(progress, of: course).write(to: file.path)
    #expect(try ProgressExport(reading: file.path, for: course).progress == progress)
    #expect(try !String(contentsOfFile: file.path, encoding: .utf8).contains(NSHomeDirectory()))
  }

  @Test func `a part of the course, and a course that has grown, are the same course`() throws {
    let file = File()
    try ProgressExport(progress, of: course).write(to: file.path)
    let part = CourseOutline(chapters: ["First"], lessons: ["Lessons/1.md"], exercises: ["softmax"])
    let grown = CourseOutline(
      chapters: ["First"], lessons: course.lessons + (3..<40).map { "Lessons/\($0).md" }, exercises: course.exercises)
    for other in [part, grown] { #expect(try ProgressExport(reading: file.path, for: other).progress == progress) }
  }

  @Test func `another course is refused with the chapters of both`() throws {
    let file = File()
    try ProgressExport(progress, of: course).write(to: file.path)
    let other = CourseOutline(chapters: ["Biology"], lessons: ["Lessons/cells.md"], exercises: ["softmax", "meiosis"])
    let error = ProgressExportError.otherCourse(path: file.path, theirs: ["First", "Second"], ours: ["Biology"])
    #expect(throws: error) { try ProgressExport(reading: file.path, for: other) }
    #expect("\(error)".contains(#""First", "Second""#) && "\(error)".contains(#""Biology""#))
  }

  @Test func `a newer version, the file of all courses, and other files are told apart`() throws {
    let file = File()
    let read = { (text: String) throws -> ProgressExportError? in
      try file.write(text)
      do {
        _ = try ProgressExport(reading: file.path, for: course)
        return nil
      } catch let error as ProgressExportError {
        return error
      }
    }
    #expect(try read(#"{"kind":"lectern progress","version":9,"what":[]}"#) == .newer(path: file.path, version: 9))
    #expect(try read(#"{"version":2,"courses":{"/a":{}}}"#) == .wholeFile(path: file.path))
    for text in ["", "# A lesson\n", "[]", "{}", #"{"kind":"pie"}"#, "\u{0}"] {
      #expect(try read(text) == .notExport(path: file.path), "\(text)")
    }
    let whole = ProgressExport(progress, of: course).text
    #expect(try read(String(whole.dropLast(40))) == .notExport(path: file.path))
    #expect(try read(whole.replacing(#""lessons" :"#, with: #""lessens" :"#)) == .broken(path: file.path))
  }

  @Test func `what cannot be read or written is a sentence with the place`() {
    let reading = #expect(throws: ProgressExportError.self) { try ProgressExport(reading: "/nowhere", for: course) }
    #expect(reading.map { "\($0)" }?.hasPrefix("/nowhere: cannot be read: ") == true)
    let writing = #expect(throws: ProgressExportError.self) {
      try ProgressExport(progress, of: course).write(to: "/proc/none/file")
    }
    #expect(writing.map { "\($0)" }?.hasPrefix("/proc/none/file: cannot be written: ") == true)
  }
}
