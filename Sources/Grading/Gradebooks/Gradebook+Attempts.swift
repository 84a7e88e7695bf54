// Attempts and students on their way into the gradebook.
import Foundation
import GRDB
import StepRecords

/// What became of one student's submission.
struct SubmissionOutcome {
  var student: String
  /// Why nothing of it was judged; nil if it was read.
  var refusal: String?
  /// What the instructor should know: files that were not taken.
  var notes: [String] = []
  /// Results with the bytes that they are of.
  var files: [(result: GradedFile, source: [UInt8])] = []
}

extension Gradebook {
  /// Makes the course's exercises those of the gradebook; marks of others stay in it, but are not shown.
  func setExercises(_ exercises: [Exercise]) throws(GradebookError) {
    try write { database in
      try database.execute(sql: "DELETE FROM exercise")
      for (position, exercise) in exercises.enumerated() {
        try database.execute(
          sql: "INSERT INTO exercise VALUES(?, ?, ?, ?, ?, ?)",
          arguments: [
            exercise.id, exercise.title, exercise.points, exercise.lesson, position, Data(exercise.starterBytes),
          ])
      }
    }
  }

  /// Adds what is new of an outcome, in one step. What is there already stays as it is.
  func record(_ outcome: SubmissionOutcome) throws(GradebookError) {
    try write { database in
      let notes = String(decoding: try JSONEncoder().encode(outcome.notes), as: UTF8.self)
      try database.execute(
        sql: "INSERT OR REPLACE INTO student VALUES(?, ?, ?, ?)",
        arguments: [outcome.student, outcome.refusal, notes, Moment.now.text])
      for (result, source) in outcome.files { try Self.add(result, source, database) }
    }
  }

  private static func add(_ result: GradedFile, _ source: [UInt8], _ database: Database) throws {
    let verdict = result.verdict
    try database.execute(
      sql: "INSERT OR IGNORE INTO source VALUES(?, ?)", arguments: [result.sha256, Data(source)])
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO attempt(student, exercise, file, sha256, version, handedIn, gradedAt, outcome, earned,
          points, isolation, verdict) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        result.student, result.exercise, result.file, result.sha256, result.version, result.handedIn.text,
        result.gradedAt.text, verdict.verdict.rawValue, verdict.earned, verdict.points, verdict.isolation.rawValue,
        String(decoding: try RecordJSON.line(verdict), as: UTF8.self),
      ])
    guard database.changesCount > 0 else { return }
    let attempt = database.lastInsertedRowID
    for probe in verdict.probes {
      guard let mistake = probe.mistake else { continue }
      try database.execute(
        sql: "INSERT OR IGNORE INTO mistake VALUES(?, ?, ?)", arguments: [attempt, mistake, probe.message])
    }
  }

  /// Says when attempts of one file were handed in, whatever the file's time is.
  func setHandedIn(
    _ moment: Moment, student: String, exercise: String, sha256: String, author: String
  ) throws(GradebookError) {
    try write { database in
      let before = try String.fetchOne(
        database,
        sql: "SELECT handedIn FROM attempt WHERE student = ? AND exercise = ? AND sha256 = ? AND handedIn <> ? LIMIT 1",
        arguments: [student, exercise, sha256, moment.text])
      guard let before else { return }
      try database.execute(
        sql: "UPDATE attempt SET handedIn = ? WHERE student = ? AND exercise = ? AND sha256 = ?",
        arguments: [moment.text, student, exercise, sha256])
      try Change(
        author: author, what: .handedIn, student: student, exercise: exercise, before: before, after: moment.text
      ).add(to: database)
    }
  }
}

extension Exercise {
  /// The file as the learner got it; empty if there is none.
  var starterBytes: [UInt8] {
    for path in [starterFile, file] {
      if let data = FileManager.default.contents(atPath: path), data.count <= SubmissionLimits.standard.fileBytes {
        return [UInt8](data)
      }
    }
    return []
  }
}
