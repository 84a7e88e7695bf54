// The lessons and pages of this repository: without warnings, and the same after being written.
import Foundation
import Testing

@testable import LessonDocuments

struct RepositoryLessonsTests {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let files = ["Lessons", "Documentation"].flatMap { folder in
    (FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
  }

  @Test("there are lessons to test")
  func exist() {
    #expect(Self.files.contains("Lessons/02-architecture/06-attention.md"))
    #expect(Self.files.contains("Documentation/The-lesson-format.md"))
  }

  @Test("it reads without warnings and comes back from being written", arguments: files)
  func roundTrip(_ path: String) throws {
    let reading = try LessonReader.read(file: "\(Self.root)/\(path)", named: path, course: Self.root)
    #expect(reading.warnings.isEmpty, "\(reading.warnings)")
    // All blocks of a lesson are made from its document; includes are found from where it was.
    let written = try LessonText(Array(LessonWriter.text(of: reading.lesson).utf8), path: path)
    #expect(written.document.withoutPositions == reading.lesson.document.withoutPositions)
    #expect(written.frontMatter == reading.lesson.frontMatter)
    #expect(written.title == reading.lesson.title)
    #expect(written.warnings.isEmpty)
  }
}
