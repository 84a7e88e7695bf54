// The reference solution, for those who have one of their own: for `lectern solution` and for the key of a watch.
import Foundation
import Grading
import Learning
import LessonDocuments
import Rendering
import SystemTools

/// What is shown; also the JSON of `solution`.
struct ShownSolution: Encodable {
  let exercise: String
  let file: String
  /// null if it is not shown; then `reason` says why.
  let source: String?
  let reason: String?

  /// - Throws: `UsageFailure` if the file cannot be read.
  init(of exercise: Exercise) throws {
    self.exercise = exercise.id
    file = "Solutions/\(exercise.path)/\(exercise.fileName)"
    guard LearnerProgress.of(exercise).isPassed else {
      source = nil
      reason =
        "\(exercise.id) has not been passed yet, and its solution is for those who have passed. "
        + "Check yours: lectern check \(exercise.id); get a hint: lectern hint \(exercise.id)"
      return
    }
    guard access(exercise.solutionFile, F_OK) == 0 else {
      source = nil
      reason =
        "this copy of the course holds no solutions, and yours has passed. Ask who gave you the course for theirs"
      return
    }
    do {
      source = String(decoding: try RegularFile(exercise.solutionFile).bytes, as: UTF8.self)
      reason = nil
    } catch {
      throw UsageFailure("\(file): cannot be read: \(error.reason)")
    }
  }

  /// For a reader in colour; empty if it is not shown.
  func lines(_ options: TextOptions) -> [StyledLine] {
    source.map { CodePicture.lines(for: $0, options: options) } ?? []
  }
}
