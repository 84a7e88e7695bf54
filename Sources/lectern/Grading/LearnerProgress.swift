// The learner's progress as commands use it: what cannot be kept is told, and stops nothing.
import Foundation
import Grading
import LessonDocuments
import Models

enum LearnerProgress {
  private static var file: ProgressFile { ProgressFile(folder: DataFolder.path) }

  /// What is known of a course; empty, and the reason told, if it cannot be read.
  static func of(course root: String) -> CourseProgress {
    do {
      return try file.progress(in: root)
    } catch {
      StandardError.write("\(error)\n")
      return [:]
    }
  }

  static func of(_ exercise: Exercise) -> ExerciseProgress {
    of(course: exercise.root)[exercise.id] ?? ExerciseProgress()
  }

  /// Changes what is known of an exercise, and tells if it cannot be kept; the change is made to what is known then.
  static func update<Result>(_ exercise: Exercise, change: (inout ExerciseProgress) -> Result) -> Result {
    do {
      return try file.update(exercise.id, in: exercise.root, tell: StandardError.write, change: change)
    } catch {
      StandardError.write("\(error)\n")
      var progress = (try? file.progress(in: exercise.root))?[exercise.id] ?? ExerciseProgress()
      return change(&progress)
    }
  }
}
