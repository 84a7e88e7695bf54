// `lectern solution`: the reference solution, for those who have one of their own.
import ArgumentParser
import Foundation
import Grading
import Learning
import LessonDocuments
import Rendering

struct SolutionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solution", abstract: "Shows the solution of an exercise that you have passed.")

  @OptionGroup var argument: ExerciseArgument

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  /// The JSON of `solution`.
  private struct Answer: Encodable {
    var exercise: String
    var file: String
    /// null if it is not shown; then `reason` says why.
    var source: String?
    var reason: String?
  }

  func run() throws {
    let exercise = try argument.find()
    let file = "Solutions/\(exercise.path)/\(exercise.fileName)"
    let (source, reason) = try solution(of: exercise)
    switch format {
    case .json:
      let answer = Answer(exercise: exercise.id, file: file, source: source, reason: reason)
      StandardOutput.write(try ListFormat.line(answer))
      if source == nil { throw WorkFailed() }
    case .text:
      guard let source else { throw WorkFailed(reason ?? "") }
      // To a file as it is; for a reader in colour.
      guard StandardOutput.isTerminal else { return StandardOutput.write(source) }
      let options = drawing.text()
      StandardOutput.write(CodePicture.lines(for: source, options: options).encoded(options))
    }
  }

  /// Its text, or why it is not shown.
  private func solution(of exercise: Exercise) throws -> (source: String?, reason: String?) {
    guard LearnerProgress.of(exercise).isPassed else {
      return (
        nil,
        "\(exercise.id) has not been passed yet, and its solution is for those who have passed. "
          + "Check yours: lectern check \(exercise.id); get a hint: lectern hint \(exercise.id)"
      )
    }
    guard access(exercise.solutionFile, F_OK) == 0 else {
      return (
        nil, "this copy of the course holds no solutions, and yours has passed. Ask who gave you the course for theirs"
      )
    }
    do {
      return (String(decoding: try RegularFile(exercise.solutionFile).bytes, as: UTF8.self), nil)
    } catch {
      throw UsageFailure("Solutions/\(exercise.path)/\(exercise.fileName): cannot be read: \(error.reason)")
    }
  }
}
