// Where the learner stands in the course of the working folder, for a watch that was given no name.
import Foundation
import Grading
import Learning
import LessonDocuments

struct CourseStanding {
  let item: CourseItem
  /// Says what it is and how it was found.
  let sentence: String

  /// The exercise that was begun, not passed, and written to last; else the lesson that was left in the middle; else the
  /// first lesson that is not done, or the first exercise of those before it that is not passed.
  static func here() throws -> CourseStanding {
    let contents = try CourseContents.here()
    let course = contents.course
    let begun = contents.catalogue.exercises.filter {
      contents.progress(of: $0).isStarted && !contents.progress(of: $0).isPassed
    }
    if let exercise = begun.max(by: { modified($0.file) < modified($1.file) }) {
      return CourseStanding(
        item: .exercise(exercise), sentence: "the exercise that you are at: \(exercise.id), \(exercise.title)")
    }
    let progress = LearnerProgress.of(course: course.root)
    let source = { (lesson: CourseLesson) in
      LessonSource(root: course.root, path: lesson.path, absolutePath: lesson.absolutePath)
    }
    if let lesson = course.lessons.first(where: { progress.lessons[$0.path]?.place != nil }) {
      return CourseStanding(
        item: .lesson(source(lesson)),
        sentence: "the lesson that you are at: \(lesson.number ?? lesson.slug), \(lesson.title)")
    }
    for lesson in course.lessons {
      let isDone = (try? source(lesson).read()).map { progress.lessons[lesson.path]?.isDone($0.lesson) ?? false }
      if isDone == false {
        return CourseStanding(
          item: .lesson(source(lesson)), sentence: "your next lesson: \(lesson.number ?? lesson.slug), \(lesson.title)")
      }
      let open = contents.catalogue.exercises.first {
        $0.lesson == lesson.number && !contents.progress(of: $0).isPassed
      }
      if let open {
        return CourseStanding(item: .exercise(open), sentence: "your next exercise: \(open.id), \(open.title)")
      }
    }
    if let open = contents.nextExercise {
      return CourseStanding(item: .exercise(open), sentence: "your next exercise: \(open.id), \(open.title)")
    }
    throw UsageFailure("you have done all lessons and exercises here. Name what to watch: lectern watch LESSON")
  }

  private static func modified(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mtim.tv_sec : 0
  }
}
