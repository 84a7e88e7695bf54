// What a course is made of, by names that are the same on every machine: how one tells whether two folders hold the same
// course.
import Grading
import LessonDocuments

public struct CourseOutline: Codable, Equatable, Sendable {
  /// Their titles, for people.
  public var chapters: [String]
  /// Their paths from the course's folder.
  public var lessons: [String]
  /// Their ids.
  public var exercises: [String]

  public init(chapters: [String] = [], lessons: [String] = [], exercises: [String] = []) {
    self.chapters = chapters
    self.lessons = lessons
    self.exercises = exercises
  }

  public init(_ standing: CourseStanding) {
    chapters = standing.chapters.map(\.title)
    lessons = standing.lessons.map(\.lesson.path)
    exercises = standing.exercises.map(\.exercise.id)
  }

  /// Whether the smaller of both has at least half of its parts in the other: a learners' copy may hold less than the
  /// course, and a course grows.
  public func isSameCourse(as other: CourseOutline) -> Bool {
    let (mine, theirs) = (parts, other.parts)
    let smaller = min(mine.count, theirs.count)
    return smaller == 0 || mine.intersection(theirs).count * 2 >= smaller
  }

  private var parts: Set<String> { Set(lessons).union(exercises.map { "exercise \($0)" }) }
}
