// The document database's file: SQLite through GRDB. What is kept where is in DatabaseSchema.
import GRDB
import Retrieval
internal import Foundation

@_silgen_name("lectern_withDocumentStore")
package func withDocumentStore(
  _ path: String, _ access: StoreAccess, _ body: (any DocumentStore) throws -> Void
) throws {
  do { try SQLiteStore.open(path, access, body) } catch let error as DatabaseError {
    throw DocumentDatabaseError(.init(error), path: path)
  }
}

/// Valid while its database is.
final class SQLiteStore: DocumentStore {
  let database: Database
  let path: String

  private init(_ database: Database, path: String) { (self.database, self.path) = (database, path) }

  /// How long to wait for another process that writes.
  private static let patience = 20.0

  static func open(_ path: String, _ access: StoreAccess, _ body: (any DocumentStore) throws -> Void) throws {
    let place = try DatabasePlace(path, access)
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.readonly = place.isImmutable
    configuration.prepareDatabase { database in
      guard !place.isImmutable else { return }
      try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384")
    }
    let queue = try DatabaseQueue(path: place.name, configuration: configuration)
    defer { try? queue.close() }
    if access == .reading {
      try queue.read { database in
        try check(database, path)
        try body(SQLiteStore(database, path: path))
      }
    } else {
      try queue.writeWithoutTransaction { database in
        if access == .making { try make(database, path) }
        try check(database, path)
        try body(SQLiteStore(database, path: path))
      }
    }
  }

  /// Makes the tables, unless they are there, or the file is somebody else's.
  private static func make(_ database: Database, _ path: String) throws {
    guard try DatabaseSchema.state(database) == .empty else { return }
    // These count for a file that is still empty.
    try database.execute(sql: "PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL")
    _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
    try database.inTransaction(.immediate) {
      // Another process may have been faster.
      if try DatabaseSchema.state(database) == .empty { try DatabaseSchema.make(database) }
      return .commit
    }
  }

  private static func check(_ database: Database, _ path: String) throws {
    switch try DatabaseSchema.state(database) {
    case .ours(let version) where version > DatabaseSchema.version:
      throw DocumentDatabaseError(.newer(version: version, known: DatabaseSchema.version), path: path)
    case .ours: break
    case .empty: throw DocumentDatabaseError(.notThere, path: path)
    case .other: throw DocumentDatabaseError(.otherDatabase, path: path)
    }
  }
}

/// Where the file is, and whether it can only be read.
private struct DatabasePlace {
  /// As SQLite is told.
  let name: String
  let isImmutable: Bool

  init(_ path: String, _ access: StoreAccess) throws {
    let failure = { (kind: DocumentDatabaseError.Kind) in DocumentDatabaseError(kind, path: path) }
    guard !path.isEmpty else { throw failure(.noFile(reason: "its name is empty")) }
    // SQLite takes ":memory:" and "file:…" for something else.
    let file = path.hasPrefix("/") ? path : "./" + path
    var status = stat()
    let isThere = stat(file, &status) == 0
    if !isThere, errno == ENOTDIR { throw failure(.noFile(reason: String(cString: strerror(errno)))) }
    if !isThere, errno != ENOENT { throw failure(.cannotUse(reason: String(cString: strerror(errno)))) }
    guard isThere || access == .making else { throw failure(.notThere) }
    if isThere, status.st_mode & S_IFMT == S_IFDIR { throw failure(.noFile(reason: "it is a folder")) }
    if isThere, status.st_mode & S_IFMT != S_IFREG { throw failure(.noFile(reason: "it is not a regular file")) }
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "./"
    if access == .making {
      do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
        throw failure(.cannotUse(reason: "its folder \(folder) cannot be made"))
      }
    }
    let canWrite = (!isThere || canWriteTo(file)) && canWriteTo(folder)
    if !canWrite, access != .reading { throw failure(.readOnly) }
    if canWrite {
      (name, isImmutable) = (file, false)
    } else {
      let whole = file.hasPrefix("/") ? file : FileManager.default.currentDirectoryPath + "/" + file
      let escaped = whole.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? whole
      // Nobody here can write it, and SQLite's usual way of reading would.
      (name, isImmutable) = ("file:\(escaped)?immutable=1", true)
    }
  }
}

private func canWriteTo(_ path: String) -> Bool { access(path, W_OK) == 0 }

extension DocumentDatabaseError.Kind {
  init(_ error: DatabaseError) {
    let reason = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase
    case .SQLITE_CORRUPT: self = .damaged(reason: reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .full
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_IOERR
    where [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_TRUNCATE]
      .contains(error.extendedResultCode):
      self = .full
    default: self = .cannotUse(reason: reason)
    }
  }
}
