// Searching: by words, by vectors, by both.
import DocumentReading
import Messages

extension DocumentDatabase {
  /// The chunks that answer a question best, the best first.
  ///
  /// - Parameters:
  ///   - embedder: the one whose vectors the collection holds. With `.both`, search goes by words alone without it or
  ///     without vectors.
  ///   - hypothesis: what is turned into a vector in place of the question, such as a made-up answer (Gao et al., HyDE,
  ///     2022).
  public func search(
    _ question: String, _ request: SearchRequest = SearchRequest(), embedder: (any TextEmbedder)? = nil,
    hypothesis: String? = nil
  ) throws -> [SearchHit] {
    try reading { store, collection in
      let vector = try vector(for: hypothesis ?? question, request, collection, embedder)
      let search = ChunkSearch(
        store: store, collection: collection, scope: try scope(of: request, store, collection), request: request,
        vectorWeight: request.vectorWeight ?? embedder?.rankingWeight ?? 1)
      return try search.hits(question, vector: vector, embedder: vector == nil ? nil : embedder)
    }
  }

  /// nil if the search goes by words alone.
  private func vector(
    for text: String, _ request: SearchRequest, _ collection: StoredCollection, _ embedder: (any TextEmbedder)?
  ) throws -> [Float]? {
    guard request.method != .words else { return nil }
    guard let embedder, let has = collection.embedder else {
      if request.method == .both { return nil }
      throw error(
        collection.embedder == nil
          ? .noVectors(collection: collection.name)
          : .otherEmbedder(collection: collection.name, has: collection.embedder, asked: nil))
    }
    guard embedder.identity == has else {
      throw error(.otherEmbedder(collection: collection.name, has: has, asked: embedder.identity))
    }
    return try embedder.vectors(for: [text])[0]
  }

  private func scope(
    of request: SearchRequest, _ store: any DocumentStore, _ collection: StoredCollection
  ) throws -> SearchScope {
    guard let files = request.files else { return SearchScope(documents: nil, pages: request.pages) }
    let documents = try store.documents(of: collection)
    let meant = try files.flatMap { file in
      let found = documents.filter {
        $0.isMeant(by: file) || $0.file.split(separator: "/").last.map(String.init) == file
      }
      guard !found.isEmpty else {
        throw error(.noDocument(file, nearest: NearestName.of(file, among: documents.map(\.file))))
      }
      return found.map(\.id)
    }
    return SearchScope(documents: Set(meant).sorted(), pages: request.pages)
  }
}
