// The document database's file: SQLite through GRDB.
import GRDB
import Retrieval

@_silgen_name("lectern_openDocumentStore")
public func openDocumentStore(_ path: String) throws -> any DocumentStore { try SQLiteStore(path) }

final class SQLiteStore: DocumentStore {
  private let queue: DatabaseQueue

  init(_ path: String) throws { queue = try DatabaseQueue(path: path) }

  func chunkCount() throws -> Int {
    try queue.read { database in
      try database.tableExists("chunk") ? try Int.fetchOne(database, sql: "SELECT count(*) FROM chunk") ?? 0 : 0
    }
  }
}
