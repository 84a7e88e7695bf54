// `lectern reset`: an exercise's starter again, the old file kept; or what is known of the learner forgotten.
import ArgumentParser
import Foundation
import Grading
import Learning
import LessonDocuments

struct ResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Puts an exercise's starter back, and keeps your file beside it; forgets your progress in a lesson.",
    discussion: """
      lectern reset softmax puts the file of an exercise back. lectern reset 2.6 forgets how far you are in a lesson; \
      the lesson itself stays as it is. lectern reset --all forgets all your progress in this course, and keeps a copy \
      of the file that it is in.
      """)

  @Argument(help: "An exercise (its id or path) or a lesson (its number, slug or path).")
  var name: String?

  @Flag(help: "Forgets all your progress in this course.")
  var all = false

  @Flag(help: "Does so without asking.")
  var yes = false

  func validate() throws {
    if all, name != nil { throw ValidationError("name a lesson or an exercise, or say --all, not both") }
    if !all, name == nil { throw ValidationError("name a lesson or an exercise, or say --all") }
    if yes, !all { throw ValidationError("--yes is for --all; nothing else asks") }
  }

  func run() throws {
    guard let name else { return try forgetAll() }
    switch try CourseItem.find(name) {
    case .exercise(let exercise): StandardOutput.write("\(try exercise.reset().sentence(for: exercise))\n")
    case .lesson(let source): try forget(source)
    }
  }

  // MARK: Forgetting

  private func forget(_ source: LessonSource) throws {
    let known = try LearnerProgress.file.update(source.root, tell: StandardError.write) {
      $0.lessons.removeValue(forKey: source.path)
    }
    guard let known, known.isStarted else {
      StandardOutput.write("nothing was known of \(source.path); nothing to do\n")
      return
    }
    StandardOutput.write("forgotten of \(source.path): \(known.summary)\n")
  }

  private func forgetAll() throws {
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    let known = try LearnerProgress.file.progress(in: course.root)
    guard known != CourseProgress() else {
      StandardOutput.write("nothing is known of this course (\(course.root)); nothing to do\n")
      return
    }
    guard try yes || isConfirmed(known, course) else {
      StandardOutput.write("nothing was forgotten\n")
      return
    }
    guard let kept = try LearnerProgress.file.forget(course.root) else { return }
    StandardOutput.write(
      "forgotten: \(known.summary). Your files in Exercises are as they were; what was known is kept in \(kept)\n")
  }

  private func isConfirmed(_ known: CourseProgress, _ course: Course) throws -> Bool {
    guard Terminal.isInteractive else {
      throw UsageFailure(
        "this forgets \(known.summary); say --yes if you mean it, or type the command on a terminal to be asked")
    }
    StandardOutput.write("This forgets your \(known.summary), in \(course.root).\nForget it all? [y/N] ")
    guard let answer = readLine() else {
      StandardOutput.write("\n")
      return false
    }
    return ["y", "yes"].contains(answer.trimmingCharacters(in: .whitespaces).lowercased())
  }
}
