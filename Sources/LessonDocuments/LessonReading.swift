// What reading a lesson gives: the lesson, and what its author should look at.

public struct LessonReading: Equatable, Sendable {
  public var lesson: Lesson
  /// In the order of their lines.
  public var warnings: [LessonWarning]

  public init(lesson: Lesson, warnings: [LessonWarning] = []) {
    self.lesson = lesson
    self.warnings = warnings
  }
}

/// Something that a lesson or a course says and that has no effect, or another than meant. The lesson runs.
public struct LessonWarning: Equatable, Sendable, CustomStringConvertible {
  public var path: String
  /// From 1; nil if it is about the file as a whole.
  public var line: Int?
  public var message: String

  public init(path: String, line: Int?, message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  /// `path:line: message`
  public var description: String { "\(path):\(line.map { "\($0):" } ?? "") \(message)" }
}
