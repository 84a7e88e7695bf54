// What a person wrote to a student.
import GRDB

struct Comment: Equatable, Sendable {
  /// Empty if it is about all exercises.
  var exercise: String
  var text: String
  var author: String
  var at: Moment
}

extension Gradebook {
  /// In the order in which they were written.
  func comments(to student: String) throws(GradebookError) -> [Comment] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM comment WHERE student = ? ORDER BY id", arguments: [student])
        .compactMap {
          guard let at = Moment(utc: $0["at"]) else { return nil }
          return Comment(exercise: $0["exercise"], text: $0["text"], author: $0["author"], at: at)
        }
    }
  }
}
