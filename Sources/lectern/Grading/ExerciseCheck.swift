// One check of an exercise: the judge's verdict, shown, and kept among the learner's progress.
import Foundation
import Grading
import Learning
import LessonDocuments
import Rendering
import StepExecution
import StepRecords

struct ExerciseCheck {
  private let judge: Judge
  private let format: ListFormat
  private let options: TextOptions

  init(
    containment: Judge.Containment, format: ListFormat, options: TextOptions, cancellation: Cancellation
  ) throws {
    judge = try Judge(environment: .find(), containment: containment, cancellation: cancellation)
    (self.format, self.options) = (format, options)
  }

  /// Checks a file, the exercise's own if none is named.
  ///
  /// - Throws: `WorkFailed` if it did not pass.
  func check(_ exercise: Exercise, file: String? = nil, seed: UInt64? = nil) throws {
    let path = file ?? exercise.file
    let source: [UInt8]
    do {
      source = try RegularFile(path).bytes
    } catch {
      throw UsageFailure("\(path.harmless): cannot be read: \(error.reason)")
    }
    let verdict = try judge.verdict(on: source, for: exercise, seed: seed)
    LearnerProgress.update(exercise) { $0.add(verdict, of: SHA256.hexadecimal(of: source)) }
    switch format {
    case .json: StandardOutput.write(String(decoding: try RecordJSON.line(verdict), as: UTF8.self))
    case .text:
      let lines = VerdictPicture.lines(
        for: verdict, of: exercise, source: String(decoding: source, as: UTF8.self), options: options)
      StandardOutput.write(lines.encoded(options))
    }
    if verdict.verdict != .passed { throw WorkFailed() }
  }
}
