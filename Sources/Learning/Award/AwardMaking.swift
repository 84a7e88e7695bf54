// Which exercises an award holds: those that were passed once, and whose file passes now too.
import Grading
import Hashing
import LessonDocuments
import StepExecution
import SystemTools

public struct AwardMaking: Sendable {
  public private(set) var works: [Award.Work] = []
  public private(set) var leftOut: [LeftOut] = []

  /// An exercise that was passed once and is not in the award.
  public struct LeftOut: Codable, Equatable, Sendable {
    public var exercise: String
    /// A sentence without its full stop.
    public var reason: String
  }

  public init() {}

  /// Leaves out what was passed once and is no exercise of this course now.
  public mutating func leaveOutMissing(_ progress: CourseProgress, in catalogue: ExerciseCatalogue) {
    let known = Set(catalogue.exercises.map(\.id))
    for id in progress.exercises.filter(\.value.isPassed).keys.sorted() where !known.contains(id) {
      let problem = catalogue.problems.first { $0.path.hasSuffix("/\(id)") }
      leftOut.append(
        LeftOut(exercise: id, reason: problem.map { "\($0.error)" } ?? "this course has no exercise of that name"))
    }
  }

  /// Judges the learner's file of an exercise that was passed once.
  ///
  /// - Throws: what stops all judging, see `Judging`.
  public mutating func add(_ standing: ExerciseStanding, judging: Judging) throws {
    let exercise = standing.exercise
    let bytes: [UInt8]
    do {
      bytes = try RegularFile(exercise.file).bytes
    } catch {
      return leaveOut(exercise, "Exercises/\(exercise.path)/\(exercise.fileName) cannot be read: \(error.reason)")
    }
    let verdict = try judging(exercise, bytes)
    let sha256 = SHA256.hexadecimal(of: bytes)
    switch verdict.verdict {
    case .couldNotCheck: leaveOut(exercise, "it could not be checked: \(verdict.message ?? "no reason is known")")
    case .failed:
      let changed = sha256 == standing.progress.passedFile ? "the exercise" : "your file"
      leaveOut(
        exercise,
        "\(changed) has changed since it passed, and gets \(verdict.earned) of \(verdict.points) points now. "
          + "What differs: lectern check \(exercise.id)")
    case .passed:
      guard let source = String(validating: bytes, as: UTF8.self) else {
        return leaveOut(exercise, "its file is not UTF-8")
      }
      works.append(
        Award.Work(
          exercise: exercise.id, title: exercise.title, earned: verdict.earned, points: verdict.points,
          passedOn: standing.progress.passedOn, fileName: exercise.fileName, source: source, sha256: sha256))
    }
  }

  private mutating func leaveOut(_ exercise: Exercise, _ reason: String) {
    leftOut.append(LeftOut(exercise: exercise.id, reason: reason))
  }
}
