// The gradebook of a class: one SQLite file (through GRDB) with every attempt, what people changed, and who did.
import Foundation
import GRDB
import LessonDocuments

/// Safe to use from several threads at once. What is written is there after the process is killed.
public final class Gradebook: Sendable {
  let database: DatabasePool
  public let path: String

  /// Opens a gradebook, and makes it if it is not there.
  ///
  /// - Throws: `GradebookError`
  public init(_ path: String) throws(GradebookError) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 2
    do {
      database = try DatabasePool(path: path, configuration: configuration)
      try Self.migrator.migrate(database)
    } catch {
      throw GradebookError(error, path: path)
    }
  }

  /// Opens a gradebook that must be there.
  public convenience init(existing path: String) throws(GradebookError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .notThere(path: path) }
    try self.init(path)
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(GradebookError) -> Value {
    do { return try database.write(body) } catch { throw GradebookError(error, path: path) }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(GradebookError) -> Value {
    do { return try database.read(body) } catch { throw GradebookError(error, path: path) }
  }

  /// Times are text in UTC, marks hundredths of a point. An `exercise` that is empty means all of them.
  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("attempts, marks and changes") { database in
      try database.execute(
        sql: """
          CREATE TABLE exercise(
            id TEXT PRIMARY KEY, title TEXT NOT NULL, points INTEGER NOT NULL, lesson TEXT, position INTEGER NOT NULL,
            starter BLOB NOT NULL);
          CREATE TABLE student(name TEXT PRIMARY KEY, refusal TEXT, notes TEXT NOT NULL, seenAt TEXT NOT NULL);
          CREATE TABLE source(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL);
          CREATE TABLE attempt(
            id INTEGER PRIMARY KEY, student TEXT NOT NULL, exercise TEXT NOT NULL, file TEXT NOT NULL,
            sha256 TEXT NOT NULL, version TEXT NOT NULL, handedIn TEXT NOT NULL, gradedAt TEXT NOT NULL,
            outcome TEXT NOT NULL, earned INTEGER NOT NULL, points INTEGER NOT NULL, isolation TEXT NOT NULL,
            verdict TEXT NOT NULL,
            UNIQUE(student, exercise, sha256, version, gradedAt));
          CREATE TABLE mistake(
            attempt INTEGER NOT NULL REFERENCES attempt(id), name TEXT NOT NULL, message TEXT NOT NULL,
            PRIMARY KEY(attempt, name)) WITHOUT ROWID;
          CREATE TABLE override(
            student TEXT NOT NULL, exercise TEXT NOT NULL, mark INTEGER NOT NULL, reason TEXT NOT NULL,
            author TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY(student, exercise)) WITHOUT ROWID;
          CREATE TABLE comment(
            id INTEGER PRIMARY KEY, student TEXT NOT NULL, exercise TEXT NOT NULL, text TEXT NOT NULL,
            author TEXT NOT NULL, at TEXT NOT NULL);
          CREATE TABLE extension(
            student TEXT NOT NULL, exercise TEXT NOT NULL, length TEXT NOT NULL, PRIMARY KEY(student, exercise))
            WITHOUT ROWID;
          CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL);
          CREATE TABLE change(
            id INTEGER PRIMARY KEY, at TEXT NOT NULL, author TEXT NOT NULL, what TEXT NOT NULL, student TEXT NOT NULL,
            exercise TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, reason TEXT NOT NULL);
          CREATE TRIGGER changesStay BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'changes are kept'); END;
          CREATE TRIGGER changesAreKept BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'changes are kept'); END;
          CREATE TRIGGER attemptsAreKept BEFORE DELETE ON attempt BEGIN SELECT RAISE(ABORT, 'attempts are kept'); END;
          """)
    }
    return migrator
  }
}
