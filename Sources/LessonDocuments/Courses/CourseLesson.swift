// One lesson of a course, as it is listed: where it is and what it is called, without what it says.

public struct CourseLesson: Equatable, Sendable {
  /// `2.6`: the numbers of its chapter and its file; nil if one of them has none.
  public var number: String?
  /// `attention`
  public var slug: String
  public var title: String
  /// From the course's folder: `Lessons/02-architecture/06-attention.md`.
  public var path: String
  public var absolutePath: String
  /// Readable: `Language models`; nil for a lesson that is in no chapter's folder.
  public var chapter: String?

  /// `2.6 attention (Lessons/02-architecture/06-attention.md)`
  var summary: String { "\(number.map { $0 + " " } ?? "")\(slug.harmless) (\(path.harmless))" }
}
