// What the document database keeps on disk, as values; how it is kept is DocumentStorage's.

/// The file behind a document database, open for one piece of work.
package protocol DocumentStore: AnyObject {
  func collection(_ name: String) throws -> StoredCollection?
  func collections() throws -> [StoredCollection]
  func makeCollection(_ name: String, embedder: String?, dimensions: Int) throws -> StoredCollection

  /// By file.
  func documents(of collection: StoredCollection) throws -> [StoredDocument]
  func document(at path: String, in collection: StoredCollection) throws -> StoredDocument?
  /// Writes a document, whole or not at all, in place of one that came from the same path.
  func write(_ document: NewDocument, to collection: StoredCollection) throws
  /// Forgets documents: all of them or none.
  func forget(_ documents: [StoredDocument], of collection: StoredCollection) throws
  /// Wipes what forgotten documents have left in the file, and gives free pages back. Does nothing if none has been
  /// forgotten since the last time.
  func tidy() throws

  /// In how many chunks each term stands.
  func counts(of terms: [String], in collection: StoredCollection) throws -> [String: Int]
  /// The chunks that answer best to any of the terms, by SQLite's BM25.
  func chunks(
    withAnyOf terms: [String], in collection: StoredCollection, _ scope: SearchScope, most: Int
  ) throws
    -> [Int64]
  /// Those that are there, in any order.
  func chunks(_ ids: [Int64]) throws -> [StoredChunk]
  /// Of a document, in reading order.
  func chunks(of document: StoredDocument) throws -> [StoredChunk]
  func ids(in collection: StoredCollection, _ scope: SearchScope) throws -> Set<Int64>

  /// All vectors, a block after the other.
  ///
  /// - Parameter cells: of these cells only, and of what is in none yet; nil for all.
  func eachBlock(
    of collection: StoredCollection, cells: [Int]?, _ scope: SearchScope, _ body: (VectorBlock) throws -> Void) throws
  func vectors(of chunks: [Int64], in collection: StoredCollection) throws -> [Int64: [Float]]
  func vectorCells(of collection: StoredCollection) throws -> VectorCells?
  /// How many vectors are in no cell yet.
  func looseVectors(of collection: StoredCollection) throws -> Int
  /// Sorts all vectors into cells.
  func sort(_ collection: StoredCollection, into cells: VectorCells) throws
}

/// How a database is opened.
package enum StoreAccess: Equatable, Sendable {
  /// One that must be there. Works on a file that may only be read.
  case reading
  /// One that must be there.
  case changing
  /// Makes it if need be.
  case making
}

/// DocumentStorage's; found by its symbol, so that who imports this module, as every step does, needs neither GRDB nor
/// the headers of SQLite.
///
/// The file is open while the function runs, and no longer: a step of a lesson goes on in a fork of the process, and
/// what SQLite knows of its locks would not be true there. Reading sees the database as it was at the beginning,
/// whoever writes meanwhile. Throws ``DocumentDatabaseError``, and what `body` throws.
@_silgen_name("lectern_withDocumentStore")
func withDocumentStore(_ path: String, _ access: StoreAccess, _ body: (any DocumentStore) throws -> Void) throws
