// `lectern watch EXERCISE`: checks the learner's file again on every save.
import Grading
import LessonDocuments
import Rendering

struct ExerciseWatch {
  private let exercise: Exercise
  private let containment: Judge.Containment
  private let format: ListFormat
  private let options: TextOptions

  init(_ exercise: Exercise, containment: Judge.Containment, format: ListFormat, options: TextOptions) {
    (self.exercise, self.containment, self.format, self.options) = (exercise, containment, format, options)
  }

  func run() throws {
    let interrupt = try Interrupt()
    // One judge, kept warm from save to save.
    let check = try ExerciseCheck(
      containment: containment, format: format, options: options, cancellation: interrupt.cancellation)
    let path = "Exercises/\(exercise.path)/\(exercise.fileName)"
    var files = WatchedFiles([exercise.file])
    while true {
      do { try check.check(exercise) } catch let failure as WorkFailed {
        if !failure.message.isEmpty { StandardError.write("\(failure.message)\n") }
      }
      StandardError.write("watching \(path); Ctrl-C ends\n")
      guard files.waitForChange(interrupt: interrupt) else { throw CancellationError() }
    }
  }
}
