// The lesson that a command was given: found in the course, read, its warnings told.
import ArgumentParser
import Foundation
import LessonDocuments

struct LessonArgument: ParsableArguments {
  @Argument(help: "A number (2.6), a slug (attention) or a path.")
  var lesson: String
}

/// A lesson on disk that can be read again when it changes.
struct LessonSource {
  /// The course's folder; the steps' relative paths start here.
  let root: String
  /// As people see it: from the course's folder if it is inside.
  let path: String
  let absolutePath: String
  /// In place of what the lesson's front matter says.
  var seed: UInt64?

  /// Finds a lesson by number, slug or path. A file outside any course is a course of its own.
  ///
  /// - Throws: `CourseError` with the nearest names.
  static func find(_ name: String) throws -> LessonSource {
    let here = FileManager.default.currentDirectoryPath
    do {
      let course = try Course.containing(here)
      let entry = try course.lesson(named: name)
      return LessonSource(root: course.root, path: entry.path, absolutePath: entry.absolutePath)
    } catch {
      guard name.hasSuffix(".md") else { throw error }
      guard access(name, F_OK) == 0 else {
        if case CourseError.noCourse = error { throw UsageFailure("there is no file \(name.harmless)") }
        throw error
      }
      let absolute = URL(fileURLWithPath: name).standardizedFileURL.path
      let folder = URL(fileURLWithPath: absolute).deletingLastPathComponent().path
      let root = (try? Course.containing(folder))?.root ?? folder
      return LessonSource(root: root, path: name, absolutePath: absolute)
    }
  }

  /// The course's; one that is not there, or cannot be read, explains nothing.
  var glossary: Glossary {
    (try? Course.containing(root)).flatMap { try? Glossary(of: $0) } ?? Glossary()
  }

  /// - Throws: `LessonError` with the place.
  func read() throws -> LessonReading {
    var reading = try LessonReader.read(file: absolutePath, named: path, course: root)
    if let seed { reading.lesson.frontMatter.seed = seed }
    return reading
  }

  /// Reads the lesson and tells its warnings on standard error.
  func readTellingWarnings() throws -> Lesson {
    let reading = try read()
    for warning in reading.warnings { StandardError.write("\(warning)\n") }
    return reading.lesson
  }
}
