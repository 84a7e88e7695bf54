// What the document database keeps on disk, as values; how it is kept is DocumentStorage's.

/// The file behind a document database.
public protocol DocumentStore: AnyObject {
  func chunkCount() throws -> Int
}

/// DocumentStorage's; found by its symbol, so that who imports this module, as every step does, needs neither GRDB nor
/// the headers of SQLite.
@_silgen_name("lectern_openDocumentStore")
func openDocumentStore(_ path: String) throws -> any DocumentStore
