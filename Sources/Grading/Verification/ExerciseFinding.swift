// One thing that is wrong with an exercise, for its author.
import LessonDocuments

public struct ExerciseFinding: Codable, Equatable, Sendable, CustomStringConvertible {
  /// From the course's folder.
  public var path: String
  /// From 1; nil if it is about the file as a whole.
  public var line: Int?
  public var message: String

  public init(path: String, line: Int? = nil, _ message: String) {
    self.path = path
    self.line = line
    self.message = message
  }

  /// `path:line: message`; a message that begins with a file's name already, as it is.
  public var description: String {
    message.hasPrefix(path) ? message : "\(path.harmless):\(line.map { "\($0):" } ?? "") \(message)"
  }
}
