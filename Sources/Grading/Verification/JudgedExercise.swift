// What the judge says of an exercise's own files: the starter, the reference solution and the mistakes. Facts, from which
// ExerciseProof says what is wrong; they are what is kept in the cache.
import Foundation
import LessonDocuments
import StepRecords

struct JudgedExercise: Codable, Equatable, Sendable {
  var visible: [ProbeDescription]
  var hidden: [ProbeDescription]
  var starter: Verdict
  var solution: Verdict
  /// By the mistakes' names.
  var mistakes: [String: Verdict]
  /// Withheld names that the library does not have.
  var unknownSymbols: [String] = []

  /// Whether nothing was left open, so that judging again would say the same.
  var isDecided: Bool {
    ([starter, solution] + mistakes.values).allSatisfy { $0.verdict != .couldNotCheck }
  }
}

/// What proving an exercise needs of the judge. Safe to use from several threads at once.
public struct ExerciseJudge: Sendable {
  /// Judges one file.
  var verdict: Judging
  /// All probes of an exercise. Throws ``ExerciseFault`` if they cannot be had.
  var probes: @Sendable (_ exercise: Exercise) throws -> (visible: [ProbeDescription], hidden: [ProbeDescription])
  /// What an exercise withholds and the library does not have.
  var unknownSymbols: @Sendable (_ exercise: Exercise) throws -> [String]

  public init(_ judge: Judge) {
    unknownSymbols = { try judge.unknownSymbols(of: $0) }
    verdict = { try judge.verdict(on: $1, for: $0) }
    probes = { exercise in
      let probes = try judge.probes(of: exercise)
      return (
        probes.filter { $0.file == .visible }.map(\.description),
        probes.filter { $0.file == .hidden }.map(\.description)
      )
    }
  }

  init(
    verdict: @escaping Judging,
    probes: @escaping @Sendable (Exercise) throws -> (visible: [ProbeDescription], hidden: [ProbeDescription]),
    unknownSymbols: @escaping @Sendable (Exercise) throws -> [String] = { _ in [] }
  ) {
    (self.verdict, self.probes, self.unknownSymbols) = (verdict, probes, unknownSymbols)
  }

  /// - Throws: `ExerciseFault` and `ExerciseError` for what is wrong with the exercise; everything else must stop the
  ///   whole verification.
  func facts(of exercise: Exercise) throws -> JudgedExercise {
    let (visible, hidden) = try probes(exercise)
    var mistakes: [String: Verdict] = [:]
    for mistake in try exercise.mistakes() { mistakes[mistake.name] = try verdict(exercise, mistake.source) }
    return JudgedExercise(
      visible: visible, hidden: hidden, starter: try verdict(exercise, try exercise.givenFile()),
      solution: try verdict(exercise, try exercise.bytes(of: exercise.solutionFile)), mistakes: mistakes,
      unknownSymbols: try unknownSymbols(exercise))
  }
}

extension Exercise {
  /// What a learner begins with, in the course as it stands: written down as given, or else the file itself.
  func givenFile() throws(ExerciseError) -> [UInt8] {
    try bytes(of: FileManager.default.fileExists(atPath: starterFile) ? starterFile : file)
  }

  /// Whether this is a learners' copy, which has answers in place of a solution.
  var isReleased: Bool {
    !FileManager.default.fileExists(atPath: solutionFile) && FileManager.default.fileExists(atPath: answersFile)
  }
}
