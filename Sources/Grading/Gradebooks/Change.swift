// The audit trail: every change that a person made, with what was there before.
import GRDB

public struct Change: Equatable, Sendable {
  public enum Kind: String, Sendable {
    case override, comment
    case extended = "extension"
    case latePolicy = "late policy"
    case handedIn = "handed in"
  }

  public var at = Moment.now
  public var author: String
  public var what: Kind
  /// Empty if it is about the class.
  public var student = ""
  /// Empty if it is about all exercises.
  public var exercise = ""
  /// Empty if there was nothing.
  public var before = ""
  /// Empty if there is nothing any more.
  public var after = ""
  public var reason = ""

  func add(to database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO change(at, author, what, student, exercise, before, after, reason) VALUES(?, ?, ?, ?, ?, ?, ?, ?)
        """, arguments: [at.text, author, what.rawValue, student, exercise, before, after, reason])
  }
}

extension Change {
  init?(_ row: Row) {
    guard let at = Moment(utc: row["at"]), let what = Kind(rawValue: row["what"]) else { return nil }
    self.init(
      at: at, author: row["author"], what: what, student: row["student"], exercise: row["exercise"],
      before: row["before"], after: row["after"], reason: row["reason"])
  }
}

extension Gradebook {
  /// In the order in which they were made, those of the class too if no student is named.
  public func changes(of student: String? = nil) throws(GradebookError) -> [Change] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM change WHERE ?1 IS NULL OR student = ?1 ORDER BY id", arguments: [student]
      ).compactMap(Change.init)
    }
  }
}
