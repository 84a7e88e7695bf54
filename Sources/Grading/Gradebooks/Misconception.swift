// Which well-known mistakes a class made, and how many made them.
import GRDB

public struct Misconception: Equatable, Codable, Sendable {
  public var exercise: String
  /// The file name of the mistake, without `.swift`.
  public var mistake: String
  /// What the learner is told.
  public var message: String
  public var students: Int
  /// Different files.
  public var attempts: Int
}

extension Gradebook {
  /// By exercise, the most frequent first.
  public func misconceptions() throws(GradebookError) -> [Misconception] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT exercise.id AS exercise, mistake.name AS name, MIN(mistake.message) AS message,
            COUNT(DISTINCT attempt.student) AS students,
            COUNT(DISTINCT attempt.student || char(0) || attempt.sha256) AS attempts
          FROM mistake JOIN attempt ON attempt.id = mistake.attempt JOIN exercise ON exercise.id = attempt.exercise
          GROUP BY exercise.id, mistake.name ORDER BY exercise.position, students DESC, attempts DESC, mistake.name
          """
      ).map {
        Misconception(
          exercise: $0["exercise"], mistake: $0["name"], message: $0["message"], students: $0["students"],
          attempts: $0["attempts"])
      }
    }
  }
}
