// One check of an exercise: the judge's verdict, kept among the learner's progress and shown.
import Foundation
import Grading
import Hashing
import Learning
import LessonDocuments
import Rendering
import StepExecution
import StepRecords
import SystemTools

struct ExerciseCheck {
  private let judge: Judge

  init(containment: Judge.Containment, cancellation: Cancellation) throws {
    judge = try Judge(environment: .find(), containment: containment, cancellation: cancellation)
  }

  /// Checks a file, the exercise's own if none is named.
  ///
  /// - Throws: what `Judge.verdict` throws; `UsageFailure` if the file cannot be read.
  func check(_ exercise: Exercise, file: String? = nil, seed: UInt64? = nil) throws -> CheckedFile {
    let path = file ?? exercise.file
    let source: [UInt8]
    do {
      source = try RegularFile(path).bytes
    } catch {
      throw UsageFailure("\(path.harmless): cannot be read: \(error.reason)")
    }
    return CheckedFile(
      exercise: exercise, source: source, verdict: try judge.verdict(on: source, for: exercise, seed: seed))
  }
}

/// What a check found.
struct CheckedFile: Sendable {
  let exercise: Exercise
  let source: [UInt8]
  let verdict: Verdict

  /// Counts it among the learner's progress.
  func keep() { LearnerProgress.update(exercise) { $0.add(verdict, of: SHA256.hexadecimal(of: source)) } }

  func json() throws -> String { String(decoding: try RecordJSON.line(verdict), as: UTF8.self) }

  func lines(_ options: TextOptions) -> [StyledLine] {
    VerdictPicture.lines(
      for: verdict, of: exercise, source: String(decoding: source, as: UTF8.self), options: options)
  }
}
