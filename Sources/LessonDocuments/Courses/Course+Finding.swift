// The lesson that somebody means: by number, by slug or by path.
import Foundation

extension Course {
  /// So many near names are offered for one that is unknown.
  private static let mostNearest = 3

  /// - Parameter name: `2.6`; `attention`, or `architecture/attention` where several are called so; or a path, from the
  ///   course's folder, from `Lessons`, or absolute, with or without `.md`.
  public func lesson(named name: String) throws(CourseError) -> CourseLesson {
    for isMeant in [isNumber, isSlug, isPath] {
      let candidates = lessons.filter { isMeant($0, name) }
      if candidates.count > 1 { throw .ambiguous(name: name, candidates: candidates) }
      if let only = candidates.first { return only }
    }
    throw .unknownLesson(name: name, nearest: nearest(to: name))
  }

  private func isNumber(_ lesson: CourseLesson, _ name: String) -> Bool {
    guard let number = lesson.number else { return false }
    return Self.parts(name) == Self.parts(number)
  }

  /// The numbers of `2.6` or `02.06`; nil if there is something else in it.
  private static func parts(_ number: String) -> [Int]? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false).map { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    return parts.contains(nil) ? nil : parts.compactMap { $0 }
  }

  private func isSlug(_ lesson: CourseLesson, _ name: String) -> Bool {
    let name = name.lowercased()
    let folder = lesson.path.split(separator: "/").dropLast().last.map { NumberedName($0).slug } ?? ""
    return name == lesson.slug.lowercased() || name == "\(folder)/\(lesson.slug)".lowercased()
  }

  private func isPath(_ lesson: CourseLesson, _ name: String) -> Bool {
    let path = name.hasSuffix(".md") ? name : name + ".md"
    let bases = path.hasPrefix("/") ? [""] : [root + "/", "\(root)/\(Self.lessonsFolder)/"]
    return bases.contains { URL(fileURLWithPath: $0 + path).standardizedFileURL.path == lesson.absolutePath }
  }

  /// By whichever of its names is nearest.
  private func nearest(to name: String) -> [CourseLesson] {
    let distances = lessons.map { lesson in
      [lesson.slug, lesson.number, lesson.title, lesson.path].compactMap { $0 }
        .map { NearestName.distance(name, $0) }.min() ?? .max
    }
    return zip(lessons, distances).enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
      .prefix(Self.mostNearest).map(\.element.0)
  }
}
