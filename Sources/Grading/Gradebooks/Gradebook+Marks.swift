// From attempts, late policy, extensions and overrides to marks.
import Foundation
import GRDB
import StepRecords
import SystemTools

extension Gradebook {
  public func exercises() throws(GradebookError) -> [GradedExercise] {
    try read { database in try Self.exercises(database) }
  }

  fileprivate static func exercises(_ database: Database) throws -> [GradedExercise] {
    try Row.fetchAll(database, sql: "SELECT * FROM exercise ORDER BY position").map {
      GradedExercise(id: $0["id"], title: $0["title"], points: $0["points"], lesson: $0["lesson"])
    }
  }

  /// The marks of all students by name, or of one.
  public func marks(of student: String? = nil) throws(GradebookError) -> [StudentMarks] {
    try read { database in
      let sheet = try MarkSheet(database)
      let students = try Row.fetchAll(
        database, sql: "SELECT * FROM student WHERE ?1 IS NULL OR name = ?1 ORDER BY name", arguments: [student])
      return try students.map { row in
        let name: String = row["name"]
        let refusal: String? = row["refusal"]
        let notes = (try? JSONDecoder().decode([String].self, from: Data((row["notes"] as String).utf8))) ?? []
        let attempts = Dictionary(grouping: try Attempt.all(of: name, database), by: \.exercise)
        return StudentMarks(
          student: name, refusal: refusal, notes: notes,
          marks: sheet.exercises.map { exercise in
            sheet.mark(
              of: name, exercise, attempts: attempts[exercise.id] ?? [],
              isRefused: refusal != nil)
          })
      }
    }
  }

  /// The verdict of an attempt; nil if it is not there.
  func verdict(ofAttempt id: Int64) throws(GradebookError) -> Verdict? {
    try read { database in
      try String.fetchOne(database, sql: "SELECT verdict FROM attempt WHERE id = ?", arguments: [id])
        .flatMap { try? RecordJSON.decode(Verdict.self, from: $0.utf8) }
    }
  }

  /// What was handed in; nil if it is not there.
  func source(_ sha256: String) throws(GradebookError) -> [UInt8]? {
    try read { database in
      try Data.fetchOne(database, sql: "SELECT bytes FROM source WHERE sha256 = ?", arguments: [sha256]).map {
        [UInt8]($0)
      }
    }
  }

  /// The exercise's file as the learners got it.
  func starter(of exercise: String) throws(GradebookError) -> [UInt8] {
    try read { database in
      try Data.fetchOne(database, sql: "SELECT starter FROM exercise WHERE id = ?", arguments: [exercise]).map {
        [UInt8]($0)
      }
        ?? []
    }
  }
}

/// What all marks depend on.
private struct MarkSheet {
  let exercises: [GradedExercise]
  private let policy: LatePolicy?
  private let extensions: [[String]: Extension]
  private let overrides: [[String]: Mark.Override]

  init(_ database: Database) throws {
    exercises = try Gradebook.exercises(database)
    policy = try String.fetchOne(database, sql: "SELECT value FROM setting WHERE key = 'late'")
      .flatMap { try? LatePolicy($0) }
    var extensions: [[String]: Extension] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT * FROM extension") {
      let (student, exercise): (String, String) = (row["student"], row["exercise"])
      guard let length = Extension.Length(row["length"]) else { continue }
      extensions[[student, exercise]] = Extension(
        student: student, exercise: exercise.isEmpty ? nil : exercise, length: length)
    }
    self.extensions = extensions
    var overrides: [[String]: Mark.Override] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT * FROM override") {
      guard let at = Moment(utc: row["at"]) else { continue }
      overrides[[row["student"], row["exercise"]]] = Mark.Override(
        mark: Points(hundredths: row["mark"]), reason: row["reason"], author: row["author"], at: at)
    }
    self.overrides = overrides
  }

  /// - Parameter attempts: in the order in which they were judged.
  func mark(of student: String, _ exercise: GradedExercise, attempts: [Attempt], isRefused: Bool) -> Mark {
    var mark = Mark(exercise: exercise.id, points: exercise.points, state: isRefused ? .refused : .notHandedIn)
    mark.value = .zero
    mark.attempts = Set(attempts.map(\.sha256)).count
    if let counting = counting(attempts, student: student, exercise: exercise.id) {
      let attempt = counting.attempt
      mark.state = attempt.outcome == .couldNotCheck ? .couldNotCheck : .marked
      (mark.attempt, mark.outcome, mark.isolation) = (attempt.id, attempt.outcome, attempt.isolation)
      (mark.handedIn, mark.gradedAt) = (attempt.handedIn, attempt.gradedAt)
      (mark.file, mark.sha256) = (attempt.file, attempt.sha256)
      if attempt.outcome == .couldNotCheck {
        mark.value = nil
      } else {
        mark.earned = attempt.earned
        (mark.late, mark.deducted, mark.value) = (counting.late, counting.deducted, counting.value)
      }
    }
    if let override = overrides[[student, exercise.id]] {
      mark.override = override
      mark.value = override.mark
    }
    return mark
  }

  private typealias Counting = (attempt: Attempt, late: Int64, deducted: Share, value: Points)

  /// The attempt that counts: of each file the last judgement, by the exercise as it was the last time, and of these
  /// the one with the most points after lateness; the later one if they are equal. What could not be checked counts
  /// only if nothing else is there.
  private func counting(_ attempts: [Attempt], student: String, exercise: String) -> Counting? {
    guard let last = attempts.last else { return nil }
    let checked = attempts.filter { $0.outcome != .couldNotCheck }
    guard let version = checked.last?.version else { return (last, 0, Share(hundredths: 0), .zero) }
    var ofFile: [String: Attempt] = [:]
    for attempt in checked where attempt.version == version { ofFile[attempt.sha256] = attempt }
    return ofFile.values.map { attempt -> Counting in
      let lateness = lateness(of: attempt, student: student, exercise: exercise)
      return (attempt, lateness.seconds, lateness.deducted, Points(attempt.earned).less(lateness.deducted))
    }.max { ($0.value, $0.attempt.handedIn, $0.attempt.id) < ($1.value, $1.attempt.handedIn, $1.attempt.id) }
  }

  private func lateness(
    of attempt: Attempt, student: String, exercise: String
  ) -> (seconds: Int64, deducted: Share) {
    guard let policy else { return (0, Share(hundredths: 0)) }
    let more = extensions[[student, exercise]] ?? extensions[[student, ""]]
    return policy.lateness(handedIn: attempt.handedIn, due: more?.due(instead: policy.due) ?? policy.due)
  }
}
