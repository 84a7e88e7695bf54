// What a learner has done in one course. A value; ProgressFile keeps it.

public struct CourseProgress: Codable, Equatable, Sendable {
  /// By their ids.
  public var exercises: [String: ExerciseProgress] = [:]
  /// By their paths from the course's folder, such as `Lessons/02-architecture/06-attention.md`.
  public var lessons: [String: LessonProgress] = [:]

  public init() {}

  /// What is missing is as at the beginning.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    exercises = try container.decodeIfPresent([String: ExerciseProgress].self, forKey: .exercises) ?? [:]
    lessons = try container.decodeIfPresent([String: LessonProgress].self, forKey: .lessons) ?? [:]
  }

  /// Takes in what is known of the same course elsewhere. Nothing is lost by it, and doing it twice changes nothing.
  public mutating func merge(_ other: CourseProgress) {
    for (id, progress) in other.exercises { exercises[id, default: ExerciseProgress()].merge(progress) }
    for (path, progress) in other.lessons { lessons[path, default: LessonProgress()].merge(progress) }
  }
}
