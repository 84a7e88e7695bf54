// One judgement of one file, without the verdict's words.
import GRDB

public struct Attempt: Equatable, Sendable {
  var id: Int64
  public var exercise: String
  /// In the submission.
  public var file: String
  public var sha256: String
  /// Of the exercise, see `ExerciseVersion`.
  var version: String
  public var handedIn: Moment
  public var gradedAt: Moment
  public var outcome: Verdict.Outcome
  public var earned: Int
  public var points: Int
  public var isolation: Verdict.Isolation
}

extension Attempt {
  fileprivate static let columns =
    "id, exercise, file, sha256, version, handedIn, gradedAt, outcome, earned, points, isolation"

  fileprivate init?(_ row: Row) {
    guard let handedIn = Moment(utc: row["handedIn"]), let gradedAt = Moment(utc: row["gradedAt"]),
      let outcome = Verdict.Outcome(rawValue: row["outcome"]),
      let isolation = Verdict.Isolation(rawValue: row["isolation"])
    else { return nil }
    self.init(
      id: row["id"], exercise: row["exercise"], file: row["file"], sha256: row["sha256"], version: row["version"],
      handedIn: handedIn, gradedAt: gradedAt, outcome: outcome, earned: row["earned"], points: row["points"],
      isolation: isolation)
  }

  /// In the order in which they were judged.
  static func all(of student: String, _ database: Database) throws -> [Attempt] {
    try Row.fetchAll(
      database, sql: "SELECT \(columns) FROM attempt WHERE student = ? ORDER BY gradedAt, id", arguments: [student]
    ).compactMap(Attempt.init)
  }
}

extension Gradebook {
  /// Every attempt of a student, in the order in which they were judged.
  public func attempts(of student: String) throws(GradebookError) -> [Attempt] {
    try read { database in try Attempt.all(of: student, database) }
  }
}
