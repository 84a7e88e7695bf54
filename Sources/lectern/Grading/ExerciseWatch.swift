// `lectern watch EXERCISE`: checks the learner's file again on every save.
import Grading
import LessonDocuments
import Rendering

struct ExerciseWatch {
  private let exercise: Exercise
  private let format: ListFormat
  private let options: TextOptions

  init(_ exercise: Exercise, format: ListFormat, options: TextOptions) {
    (self.exercise, self.format, self.options) = (exercise, format, options)
  }

  func run() throws {
    let interrupt = try Interrupt()
    // HERE: what `lectern check` does with one file, once, so that a judge is kept warm from save to save.
    let check: (Exercise) throws -> Void = { _ in
      throw UsageFailure("the judge is not wired into this command yet")
    }
    let path = "Exercises/\(exercise.path)/\(exercise.fileName)"
    var files = WatchedFiles([exercise.file])
    while true {
      do { try check(exercise) } catch let failure as WorkFailed {
        if !failure.message.isEmpty { StandardError.write("\(failure.message)\n") }
      }
      StandardError.write("watching \(path); Ctrl-C ends\n")
      guard files.waitForChange(interrupt: interrupt) else { throw CancellationError() }
    }
  }
}
