// What the course of the working folder holds, and how far the learner is in it.
import Foundation
import Grading
import Learning
import LessonDocuments

struct CourseContents {
  let course: Course
  let catalogue: ExerciseCatalogue
  let standing: CourseStanding
  let progress: CourseProgress

  static func here() throws -> CourseContents {
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    return try CourseContents(course, progress: LearnerProgress.of(course: course.root))
  }

  init(_ course: Course, progress: CourseProgress) throws {
    self.course = course
    self.progress = progress
    catalogue = try ExerciseCatalogue(of: course)
    // Why a lesson cannot be read is told by whoever runs it.
    standing = CourseStanding(course: course, catalogue: catalogue, progress: progress) { lesson in
      try? LessonReader.read(file: lesson.absolutePath, named: lesson.path, course: course.root).lesson
    }
  }

  func progress(of exercise: Exercise) -> ExerciseProgress {
    progress.exercises[exercise.id] ?? ExerciseProgress()
  }
}
