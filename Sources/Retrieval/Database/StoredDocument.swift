// What a document database knows of a document and of a collection.
import DocumentReading

/// A document as the database holds it.
public struct StoredDocument: Equatable, Sendable {
  package let id: Int64
  /// As it was named when it was added, and as evidence names it.
  public let file: String
  /// Where it was on disk, from the root; the name for a document that came from no file.
  public let path: String
  /// Of the file's bytes, in hexadecimal.
  public let sha256: String
  public let pages: Int
  public let chunks: Int

  package init(id: Int64, file: String, path: String, sha256: String, pages: Int, chunks: Int) {
    (self.id, self.file, self.path, self.sha256, self.pages, self.chunks) = (id, file, path, sha256, pages, chunks)
  }
}

/// Documents that are searched together, with vectors of one model.
package struct StoredCollection: Equatable, Sendable {
  package let id: Int64
  package let name: String
  /// The identity of the embedder whose vectors it holds; nil if it holds none.
  package let embedder: String?
  /// Numbers in a vector; 0 without.
  package let dimensions: Int
  package let chunks: Int
  /// Terms of all chunks together.
  package let terms: Int

  package init(id: Int64, name: String, embedder: String?, dimensions: Int, chunks: Int, terms: Int) {
    (self.id, self.name, self.embedder) = (id, name, embedder)
    (self.dimensions, self.chunks, self.terms) = (dimensions, chunks, terms)
  }
}

/// A document on its way into the database, whole.
package struct NewDocument: Sendable {
  package let file: String
  package let path: String
  package let sha256: String
  package let pages: Int
  package let chunks: [Chunk]
  /// Of each chunk the vector; nil without.
  package let vectors: [[Float]]?
}

/// A chunk that a search found.
package struct StoredChunk: Sendable {
  package let id: Int64
  package let chunk: Chunk

  package init(id: Int64, chunk: Chunk) { (self.id, self.chunk) = (id, chunk) }
}

/// What of a collection a search looks at; nil for all.
package struct SearchScope: Sendable {
  /// Ids of documents.
  package var documents: [Int64]?
  package var pages: ClosedRange<Int>?

  package var isAll: Bool { documents == nil && pages == nil }
}

/// Some vectors, as they lie in the file. Valid while the function runs that gets it.
package struct VectorBlock {
  /// The chunks whose vectors they are.
  package let chunks: [Int64]
  /// Row by row, `[chunks.count, dimensions]`.
  package let vectors: UnsafeBufferPointer<Float>

  package init(chunks: [Int64], vectors: UnsafeBufferPointer<Float>) {
    (self.chunks, self.vectors) = (chunks, vectors)
  }
}
