// Where a new lesson goes, and what it is called.
import Foundation

/// A place for a lesson that is not there yet.
public struct NewLessonPlace: Equatable, Sendable {
  /// From the course's folder.
  public var path: String
  public var title: String
}

extension Course {
  /// - Parameter name: a title, which goes to the end of the last chapter; or a path from `Lessons` or from the course's
  ///   folder, such as `02-architecture/07-positions.md`.
  public func pathForNewLesson(named name: String) throws(CourseError) -> NewLessonPlace {
    guard name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw .badName(name: name, reason: "it holds a control character")
    }
    let title = String(name.trimmingBlanks)
    return title.hasSuffix(".md") ? try place(atPath: title) : try place(titled: title)
  }

  private func place(atPath path: String) throws(CourseError) -> NewLessonPlace {
    var relative = path[...]
    if path.hasPrefix(root + "/") { relative = relative.dropFirst(root.count + 1) }
    var parts = relative.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 1, parts.first == Self.lessonsFolder[...] { parts.removeFirst() }
    if parts.count == 1 { parts.insert(lastChapter[...], at: 0) }
    guard parts.count == 2 else {
      throw .badName(name: path, reason: "a lesson is at <chapter>/<lesson>.md in the folder \(Self.lessonsFolder)")
    }
    guard parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else {
      throw .badName(name: path, reason: "neither its chapter nor its file may begin with a dot")
    }
    let title = NumberedName(parts[1].dropLast(3)).title
    return NewLessonPlace(path: "\(Self.lessonsFolder)/\(parts[0])/\(parts[1])", title: title)
  }

  private func place(titled title: String) throws(CourseError) -> NewLessonPlace {
    let folder = lastChapter
    let numbers = lessons.filter { $0.path.hasPrefix("\(Self.lessonsFolder)/\(folder)/") }
      .compactMap { NumberedName($0.path.split(separator: "/").last?.dropLast(3) ?? "").number }
    let file = NumberedName(number: (numbers.max() ?? 0) + 1, title: title)
    guard !file.slug.isEmpty else { throw .badName(name: title, reason: "it holds no letter and no digit") }
    guard file.slug.utf8.count <= 200 else { throw .badName(name: title, reason: "it is too long for a file") }
    return NewLessonPlace(path: "\(Self.lessonsFolder)/\(folder)/\(file.name).md", title: title)
  }
}
