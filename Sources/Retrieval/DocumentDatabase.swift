// The document database: what was added, searched and asked.

public final class DocumentDatabase {
  private let store: any DocumentStore

  public init(_ path: String) throws { store = try openDocumentStore(path) }

  /// How many chunks it holds.
  public func chunkCount() throws -> Int { try store.chunkCount() }
}
