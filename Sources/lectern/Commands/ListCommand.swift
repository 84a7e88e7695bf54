// `lectern list`: the lessons and exercises of the course.
import ArgumentParser
import Foundation
import Grading
import Learning
import LessonDocuments
import Rendering

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the lessons and exercises of the course.")

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let contents = try CourseContents.here()
    for warning in contents.course.warnings { StandardError.write("\(warning)\n") }
    for problem in contents.catalogue.problems { StandardError.write("\(problem.error)\n") }
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(CourseList(contents)))
    case .text: StandardOutput.write(contents.lines(drawing.text()).encoded(drawing.text()))
    }
  }
}

/// The JSON of `list`.
private struct CourseList: Encodable {
  struct Item: Encodable {
    var number: String?
    var slug: String
    var title: String
    var path: String

    init(_ lesson: CourseLesson) {
      number = lesson.number
      slug = lesson.slug
      title = lesson.title
      path = lesson.path
    }
  }

  struct ExerciseItem: Encodable {
    enum State: String, Encodable { case new, started, passed }

    var id: String
    var title: String
    var path: String
    var lesson: String?
    var needs: [String]
    var state: State
    /// The best so far, of `points`.
    var earned: Int
    var points: Int
    var attempts: Int
    var hintsShown: Int
    var hints: Int

    init(_ exercise: Exercise, _ progress: ExerciseProgress) {
      id = exercise.id
      title = exercise.title
      path = "Exercises/\(exercise.path)"
      lesson = exercise.lesson
      needs = exercise.needs
      state = progress.isPassed ? .passed : progress.isStarted ? .started : .new
      earned = progress.earned
      points = exercise.points
      attempts = progress.attempts
      hintsShown = min(progress.hintsShown, exercise.hints.count)
      hints = exercise.hints.count
    }
  }

  var lessons: [Item]
  var exercises: [ExerciseItem]

  init(_ contents: CourseContents) {
    lessons = contents.course.lessons.map(Item.init)
    exercises = contents.catalogue.exercises.map { ExerciseItem($0, contents.progress(of: $0)) }
  }
}
