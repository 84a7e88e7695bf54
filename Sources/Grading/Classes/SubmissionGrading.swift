// One submission from its folder or archive to its results on disk. Knows nothing of the others.
import Hashing
import LessonDocuments
import StepExecution
import SystemTools

struct SubmissionGrading: Sendable {
  let exercises: [Exercise]
  /// By exercise.
  let versions: [String: String]
  let output: OutputFolder
  let times: HandInTimes
  /// Whether to judge again what has been judged.
  let judgesAgain: Bool
  let judging: Judging
  let cancellation: Cancellation?

  struct Result {
    var outcome: SubmissionOutcome
    /// How many files were judged now, and how many had been.
    var judged = 0
    var reused = 0
    var couldNotCheck: [String] = []
    var missing: [String] = []
  }

  /// - Throws: what `judging` throws, `ClassError.cannotWrite`, and `CancellationError`.
  func grade(_ submission: Submission) throws -> Result {
    var result = Result(outcome: SubmissionOutcome(student: submission.student))
    let files: [SubmittedFile]
    do {
      files = try submission.files(named: exercises.map(\.fileName))
    } catch {
      result.outcome.refusal = "\(error)"
      return result
    }
    for exercise in exercises {
      if cancellation?.isCancelled == true { throw CancellationError() }
      guard let found = HandedInFile(for: exercise, among: files, exercises: exercises) else {
        result.missing.append(exercise.id)
        continue
      }
      if !found.ignored.isEmpty {
        let others = found.ignored.map(\.quoted).joined(separator: ", ")
        result.outcome.notes.append("\(exercise.id): took \(found.file.path.quoted), and not \(others)")
      }
      let (graded, isNew) = try self.result(of: found, for: exercise, student: submission.student)
      result.outcome.files.append((graded, found.file.bytes))
      if isNew { result.judged += 1 } else { result.reused += 1 }
      if graded.verdict.verdict == .couldNotCheck { result.couldNotCheck.append(exercise.id) }
    }
    return result
  }

  /// The result on disk if it is of the same file and the same exercise; a new one otherwise.
  private func result(
    of found: HandedInFile, for exercise: Exercise, student: String
  ) throws -> (GradedFile, isNew: Bool) {
    let hash = SHA256.hexadecimal(of: found.file.bytes)
    let version = versions[exercise.id] ?? ""
    let time = times.moment(of: student, exercise.id)
    let last = output.result(of: student, exercise.id)
    let isSameFile = last?.sha256 == hash
    if var last, isSameFile, last.version == version, last.verdict.verdict != .couldNotCheck, !judgesAgain {
      if let time, time != last.handedIn {
        last.handedIn = time
        try output.write(last)
      }
      return (last, false)
    }
    // A copy made later is not handed in later.
    let known = isSameFile ? last.map { min($0.handedIn, found.file.modified) } : nil
    let verdict = try judging(exercise, found.file.bytes)
    let graded = GradedFile(
      student: student, exercise: exercise.id, file: found.file.path, ignored: found.ignored, sha256: hash,
      version: version, handedIn: time ?? known ?? found.file.modified, gradedAt: .now, verdict: verdict)
    try output.write(graded)
    return (graded, true)
  }
}
