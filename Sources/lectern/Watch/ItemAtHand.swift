// What a watch without a name watches: the exercise that was begun, else what comes next.
import Grading
import Learning
import LessonDocuments

struct ItemAtHand {
  let item: CourseItem
  /// Says what it is and how it was found.
  let sentence: String

  static func find() throws -> ItemAtHand {
    let contents = try CourseContents.here()
    let standing = contents.standing
    if let begun = standing.exercises.first(where: { $0.state == .started })?.exercise {
      return ItemAtHand(begun, "the exercise that you are at")
    }
    switch standing.next {
    case .goOn(let lesson): return ItemAtHand(lesson.lesson, contents.course, "the lesson that you are at")
    case .lesson(let lesson): return ItemAtHand(lesson.lesson, contents.course, "your next lesson")
    case .exercise(let exercise): return ItemAtHand(exercise.exercise, "your next exercise")
    case .allDone:
      throw UsageFailure("you have done all lessons and exercises here. Name what to watch: lectern watch LESSON")
    case .nothing: throw UsageFailure("the course is empty. Begin a lesson with: lectern new lesson \"A title\"")
    }
  }

  private init(_ exercise: Exercise, _ what: String) {
    item = .exercise(exercise)
    sentence = "\(what): \(exercise.id), \(exercise.title)"
  }

  private init(_ lesson: CourseLesson, _ course: Course, _ what: String) {
    item = .lesson(LessonSource(root: course.root, path: lesson.path, absolutePath: lesson.absolutePath))
    sentence = "\(what): \(lesson.number ?? lesson.slug), \(lesson.title)"
  }
}
