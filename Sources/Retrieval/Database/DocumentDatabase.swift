// The document database: documents in, chunks with their evidence out. One SQLite file, and nothing is trained.
import DocumentReading
import Messages
import Models

/// A file with documents, cut into chunks that are found by their words and by what they mean.
///
/// The value names the file; each call opens it, does its work whole, and closes it. So it may be kept across the steps
/// of a lesson, and many processes may search while one adds. All calls throw ``DocumentDatabaseError``.
public struct DocumentDatabase: Sendable {
  /// The SQLite file; made by the first `add`.
  public let path: String
  /// Which of its collections: documents that are searched together, with vectors of one model.
  public let collection: String

  /// Where a user's documents go if nothing else is said: a file in the data folder.
  public static var standardPath: String { "\(DataFolder.path)/documents.sqlite" }
  public static let standardCollection = "documents"

  public init(_ path: String = Self.standardPath, collection: String = Self.standardCollection) {
    (self.path, self.collection) = (path, collection)
  }

  /// What it holds, by file.
  public func documents() throws -> [StoredDocument] {
    try reading { store, collection in try store.documents(of: collection) }
  }

  /// How many chunks it holds.
  public func chunkCount() throws -> Int { try reading { _, collection in collection.chunks } }

  /// Whether the file is there, and the collection in it.
  public func isThere() throws -> Bool { try stored() != nil }

  /// The identity of the embedder whose vectors it holds; nil if it holds none, or is not there yet.
  public func embedder() throws -> String? { try stored()?.embedder }

  private func stored() throws -> StoredCollection? {
    do { return try opened(.reading) { store in try store.collection(collection) } } catch let error
      as DocumentDatabaseError where error.kind == .notThere
    { return nil }
  }

  /// All chunks of a document, in reading order.
  public func chunks(of document: StoredDocument) throws -> [Chunk] {
    try reading { store, _ in try store.chunks(of: document).map(\.chunk) }
  }

  /// The names of the file's collections.
  public func collections() throws -> [String] {
    try opened(.reading) { store in try store.collections().map(\.name).sorted() }
  }

  func reading<Value>(_ body: (any DocumentStore, StoredCollection) throws -> Value) throws -> Value {
    try opened(.reading) { store in try body(store, try existing(in: store)) }
  }

  func existing(in store: any DocumentStore) throws -> StoredCollection {
    if let found = try store.collection(collection) { return found }
    let names = try store.collections().map(\.name)
    throw error(.noCollection(collection, nearest: NearestName.of(collection, among: names)))
  }

  func opened<Value>(_ access: StoreAccess, _ body: (any DocumentStore) throws -> Value) throws -> Value {
    var value: Value?
    try withDocumentStore(path, access) { value = try body($0) }
    guard let value else { preconditionFailure("\(path) was opened, and nothing was done with it") }
    return value
  }

  func error(_ kind: DocumentDatabaseError.Kind) -> DocumentDatabaseError { DocumentDatabaseError(kind, path: path) }
}
