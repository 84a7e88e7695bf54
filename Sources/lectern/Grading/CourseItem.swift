// A lesson or an exercise, whichever a name means.
import Foundation
import Grading
import LessonDocuments

enum CourseItem {
  case lesson(LessonSource)
  case exercise(Exercise)

  /// What a name means: a lesson's number, slug or path goes before an exercise's path or the number of its lesson; what
  /// neither means is told with the nearest of both.
  ///
  /// - Returns: one, or a lesson and an exercise that are called the same.
  static func all(named name: String) throws -> [CourseItem] {
    // A task can be read as a lesson, and is none.
    if name == "Task.md" || name.hasSuffix("/Task.md") { return [.exercise(try ExerciseArgument.find(name))] }
    do {
      let lesson = CourseItem.lesson(try LessonSource.find(name))
      guard let exercise = try? ExerciseArgument.find(name), exercise.id == name.lowercased() else { return [lesson] }
      return [lesson, .exercise(exercise)]
    } catch CourseError.unknownLesson(let name, let lessons) {
      do {
        return [.exercise(try ExerciseArgument.find(name))]
      } catch ExerciseError.unknownExercise(_, let nearest) where !nearest.isEmpty {
        let error = CourseError.unknownLesson(name: name, nearest: lessons)
        throw UsageFailure("\(error). The nearest exercises: \(nearest.joined(separator: ", "))")
      }
    }
  }

  /// The only thing that a name means.
  static func find(_ name: String) throws -> CourseItem {
    let items = try all(named: name)
    guard items.count == 1, let item = items.first else {
      throw UsageFailure("\(name.quoted) could be any of: \(items.map(\.path).joined(separator: ", ")). Name its path")
    }
    return item
  }

  private var path: String {
    switch self {
    case .lesson(let source): source.path
    case .exercise(let exercise): "Exercises/\(exercise.path)"
    }
  }
}
