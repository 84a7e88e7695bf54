// Why there is no course, or no such lesson in it, and the sentence for each reason.

public enum CourseError: Error, Equatable, Sendable {
  case noCourse(path: String)
  case unreadable(folder: String, reason: String)
  /// `nearest` is empty if the course has no lessons.
  case unknownLesson(name: String, nearest: [CourseLesson])
  case ambiguous(name: String, candidates: [CourseLesson])
  /// A name for a new lesson that cannot be one.
  case badName(name: String, reason: String)
}

extension CourseError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noCourse(let path):
      "no course here: neither \(path.harmless) nor a folder above it holds a folder Lessons. Change to a course's folder, "
        + "or begin one: mkdir Lessons"
    case .unreadable(let folder, let reason): "\(folder.harmless): cannot be read: \(reason)"
    case .unknownLesson(let name, let nearest):
      nearest.isEmpty
        ? "no lesson \(name.quoted): the course has no lessons yet. Make one: lectern new lesson \"A title\""
        : (name.hasSuffix(".md") ? "there is no file \(name.harmless)" : "no lesson \(name.quoted)")
          + ". The nearest lessons: \(Self.list(nearest)). All of them: lectern list"
    case .ambiguous(let name, let candidates):
      "\(name.quoted) could be any of: \(Self.list(candidates)). Name it by its number or its path"
    case .badName(let name, let reason): "\(name.quoted) cannot name a new lesson: \(reason)"
    }
  }

  private static func list(_ lessons: [CourseLesson]) -> String { lessons.map(\.summary).joined(separator: ", ") }
}
