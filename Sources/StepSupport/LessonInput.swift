// What a step may read from outside: the course's files, and the lesson's seed.
import Glibc

/// The `seed` of the lesson's front matter, 0 if it has none: hand it to a random generator, and every run of the lesson
/// draws the same numbers.
public var lessonSeed: Int { Int(truncatingIfNeeded: StepRun.current?.configuration.seed ?? 0) }

/// The text of a file of the course.
///
/// - Parameter path: from the course's folder, such as `Lessons/01-language-models/harbour.txt`
/// - Throws: `CourseFileError` if there is no such file, it cannot be read, or it is not UTF-8.
public func readText(_ path: String) throws(CourseFileError) -> String {
  guard let file = fopen(path, "re") else {
    throw CourseFileError(path: path, reason: String(cString: strerror(errno)))
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
  if ferror(file) != 0 { throw CourseFileError(path: path, reason: String(cString: strerror(errno))) }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw CourseFileError(path: path, reason: "not a text in UTF-8")
  }
  return text
}

/// A file of the course that could not be read.
public struct CourseFileError: Error, Equatable, CustomStringConvertible {
  public var path: String
  public var reason: String

  public var description: String {
    "cannot read \(path): \(reason). Paths start at the course's folder, the one that holds Lessons"
  }
}
