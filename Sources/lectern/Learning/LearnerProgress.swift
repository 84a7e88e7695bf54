// The learner's progress as commands use it: what cannot be kept is told, and stops nothing.
import Foundation
import Grading
import Learning
import LessonDocuments
import Models

enum LearnerProgress {
  static var file: ProgressFile { ProgressFile(folder: DataFolder.path) }

  /// What is known of a course; empty, and the reason told, if it cannot be read.
  static func of(course root: String) -> CourseProgress {
    do {
      return try file.progress(in: root)
    } catch {
      StandardError.write("\(error)\n")
      return CourseProgress()
    }
  }

  static func of(_ exercise: Exercise) -> ExerciseProgress {
    of(course: exercise.root).exercises[exercise.id] ?? ExerciseProgress()
  }

  static func of(_ lesson: LessonSource) -> LessonProgress {
    of(course: lesson.root).lessons[lesson.path] ?? LessonProgress()
  }

  /// Changes what is known of an exercise, and tells if it cannot be kept; the change is made to what is known then.
  static func update<Result>(_ exercise: Exercise, change: (inout ExerciseProgress) -> Result) -> Result {
    update(course: exercise.root) { change(&$0.exercises[exercise.id, default: ExerciseProgress()]) }
  }

  /// As for an exercise. It is noted when, so that one can go on with the lesson that was left last.
  @discardableResult
  static func update<Result>(_ lesson: LessonSource, change: (inout LessonProgress) -> Result) -> Result {
    update(course: lesson.root) { course in
      var progress = course.lessons[lesson.path] ?? LessonProgress()
      let result = change(&progress)
      progress.lastUsed = .now
      course.lessons[lesson.path] = progress
      return result
    }
  }

  private static func update<Result>(course root: String, change: (inout CourseProgress) -> Result) -> Result {
    do {
      return try file.update(root, tell: StandardError.write, change: change)
    } catch {
      StandardError.write("\(error)\n")
      var progress = (try? file.progress(in: root)) ?? CourseProgress()
      return change(&progress)
    }
  }
}
