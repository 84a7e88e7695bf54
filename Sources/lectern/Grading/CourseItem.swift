// A lesson or an exercise, whichever a name means.
import Foundation
import Grading
import LessonDocuments

enum CourseItem {
  case lesson(LessonSource)
  case exercise(Exercise)

  /// A lesson's number, slug or path goes before an exercise; what neither means is told with the nearest of both.
  static func find(_ name: String) throws -> CourseItem {
    // A task can be read as a lesson, and is none.
    if name == "Task.md" || name.hasSuffix("/Task.md") { return .exercise(try ExerciseArgument.find(name)) }
    do {
      return .lesson(try LessonSource.find(name))
    } catch CourseError.unknownLesson(let name, let lessons) {
      do {
        return .exercise(try ExerciseArgument.find(name))
      } catch ExerciseError.unknownExercise(_, let nearest) where !nearest.isEmpty {
        let error = CourseError.unknownLesson(name: name, nearest: lessons)
        throw UsageFailure("\(error). The nearest exercises: \(nearest.joined(separator: ", "))")
      }
    }
  }
}
