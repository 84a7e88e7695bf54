// A copy of a document database, for work that shall leave no trace in it.
import GRDB
import Retrieval

/// By SQLite's online backup: the copy is the database at one moment, whoever writes meanwhile.
@_silgen_name("lectern_copyDocumentStore")
package func copyDocumentStore(_ path: String, _ copy: String) throws {
  try withDocumentStore(path, .reading) { store in
    guard let store = store as? SQLiteStore else { return }
    do {
      let queue = try DatabaseQueue(path: copy)
      defer { try? queue.close() }
      try queue.writeWithoutTransaction { try store.database.backup(to: $0) }
    } catch let error as DatabaseError { throw DocumentDatabaseError(.init(error), path: copy) }
  }
}
