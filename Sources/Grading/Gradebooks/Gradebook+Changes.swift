// What a person changes: overrides, comments, extensions and the late policy. Each change is in the audit trail.
import GRDB
import LessonDocuments

extension Gradebook {
  /// Sets a mark by hand, or takes that away again. It counts as it is, late or not.
  ///
  /// - Parameter mark: points such as `7.5`; `none` takes an override away.
  public func override(
    student: String, exercise: String, mark: String, reason: String, author: String
  ) throws(GradebookError) {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw .noReason }
    let points = mark == "none" ? nil : Points(mark)
    guard mark == "none" || points != nil else { throw .noPoints(text: mark) }
    try write { database in
      try Self.check(student: student, exercise: exercise, database)
      let before = try Int.fetchOne(
        database, sql: "SELECT mark FROM override WHERE student = ? AND exercise = ?", arguments: [student, exercise])
      let change = Change(
        author: author, what: .override, student: student, exercise: exercise,
        before: before.map { Points(hundredths: $0).text } ?? "", after: points?.text ?? "", reason: reason)
      if let points {
        try database.execute(
          sql: "INSERT OR REPLACE INTO override VALUES(?, ?, ?, ?, ?, ?)",
          arguments: [student, exercise, points.hundredths, reason, author, change.at.text])
      } else {
        try database.execute(
          sql: "DELETE FROM override WHERE student = ? AND exercise = ?", arguments: [student, exercise])
      }
      try change.add(to: database)
    }
  }

  /// Adds a comment that the student's report shows.
  public func comment(student: String, exercise: String?, text: String, author: String) throws(GradebookError) {
    guard text.contains(where: { !$0.isWhitespace }) else { throw .noText }
    try write { database in
      try Self.check(student: student, exercise: exercise, database)
      let change = Change(author: author, what: .comment, student: student, exercise: exercise ?? "", after: text)
      try database.execute(
        sql: "INSERT INTO comment(student, exercise, text, author, at) VALUES(?, ?, ?, ?, ?)",
        arguments: [student, exercise ?? "", text, author, change.at.text])
      try change.add(to: database)
    }
  }

  /// Gives a student more time, or takes that away again.
  ///
  /// - Parameter length: `2026-12-05T12:00`, `+2d`, or `none`.
  public func extend(
    student: String, exercise: String?, length: String, reason: String, author: String
  ) throws(GradebookError) {
    let parsed = length == "none" ? nil : Extension.Length(length)
    guard length == "none" || parsed != nil else { throw .noLength(text: length) }
    try write { database in
      try Self.check(student: student, exercise: exercise, database)
      guard try Self.setting("late", database) != nil else { throw GradebookError.noPolicy }
      try Self.set(parsed, student: student, exercise: exercise ?? "", reason: reason, author: author, database)
    }
  }

  /// Gives more time to the students of a file, whether or not they are in the gradebook yet.
  public func extend(_ table: ExtensionTable, author: String) throws(GradebookError) {
    try write { database in
      for one in table.extensions {
        try Self.set(
          one.length, student: one.student, exercise: one.exercise ?? "", reason: table.file, author: author, database)
      }
    }
  }

  private static func set(
    _ length: Extension.Length?, student: String, exercise: String, reason: String, author: String, _ database: Database
  ) throws {
    let before = try String.fetchOne(
      database, sql: "SELECT length FROM extension WHERE student = ? AND exercise = ?", arguments: [student, exercise])
    guard before != length?.text else { return }
    if let length {
      try database.execute(
        sql: "INSERT OR REPLACE INTO extension VALUES(?, ?, ?)", arguments: [student, exercise, length.text])
    } else {
      try database.execute(
        sql: "DELETE FROM extension WHERE student = ? AND exercise = ?", arguments: [student, exercise])
    }
    try Change(
      author: author, what: .extended, student: student, exercise: exercise, before: before ?? "",
      after: length?.text ?? "", reason: reason
    ).add(to: database)
  }

  /// Sets what lateness costs; nil takes the policy away.
  public func setLatePolicy(_ policy: LatePolicy?, author: String, reason: String = "") throws(GradebookError) {
    try write { database in
      let before = try Self.setting("late", database)
      guard before != policy?.text else { return }
      if let policy {
        try database.execute(
          sql: "INSERT OR REPLACE INTO setting VALUES('late', ?)", arguments: [policy.text])
      } else {
        try database.execute(sql: "DELETE FROM setting WHERE key = 'late'")
      }
      try Change(
        author: author, what: .latePolicy, before: before ?? "", after: policy?.text ?? "", reason: reason
      ).add(to: database)
    }
  }

  public func latePolicy() throws(GradebookError) -> LatePolicy? {
    try read { database in try Self.setting("late", database).flatMap { try? LatePolicy($0) } }
  }

  private static func setting(_ key: String, _ database: Database) throws -> String? {
    try String.fetchOne(database, sql: "SELECT value FROM setting WHERE key = ?", arguments: [key])
  }

  private static func check(student: String, exercise: String?, _ database: Database) throws {
    let students = try String.fetchAll(database, sql: "SELECT name FROM student ORDER BY name")
    guard students.contains(student) else {
      throw GradebookError.unknownStudent(name: student, nearest: NearestName.of(student, among: students))
    }
    guard let exercise else { return }
    let exercises = try String.fetchAll(database, sql: "SELECT id FROM exercise ORDER BY position")
    guard exercises.contains(exercise) else {
      throw GradebookError.unknownExercise(name: exercise, nearest: NearestName.of(exercise, among: exercises))
    }
  }

  /// Throws `GradebookError.unknownStudent` with the nearest name.
  public func check(student: String) throws(GradebookError) {
    try read { database in try Self.check(student: student, exercise: nil, database) }
  }
}
