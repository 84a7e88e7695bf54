// Documents into the database: read, cut, turned into vectors, and written, each whole or not at all.
import DocumentReading
internal import Hashing

/// What became of the files that were to be added.
public struct AddReport: Equatable, Sendable {
  public struct Failure: Equatable, Sendable {
    public let file: String
    /// A sentence without the file's name.
    public let reason: String

    public init(file: String, reason: String) { (self.file, self.reason) = (file, reason) }
  }
  public var added: [String] = []
  /// The file had been added before, and has changed since.
  public var replaced: [String] = []
  /// The same bytes had been added before.
  public var skipped: [String] = []
  public var failed: [Failure] = []
  public var pages = 0
  public var chunks = 0

  public init() {}
}

/// How far adding is.
public enum AddProgress: Sendable {
  /// Files that are done, and what became of them.
  case files(Int, AddReport)
  /// Vectors of one large document that are computed, of all its chunks.
  case vectors(file: String, done: Int, chunks: Int)
}

extension DocumentDatabase {
  /// Chunks whose vectors are computed before progress is told.
  private static let vectorsAtOnce = 256

  /// Adds files. One whose bytes were added before is skipped, one that has changed is replaced, one that cannot be
  /// read is named in the report. Each document is written by itself: whenever this is stopped, by whatever, those that
  /// were written are there, and adding again goes on behind them.
  ///
  /// - Parameters:
  ///   - files: paths, from the working folder. A document is known by its path from the root, and named as it is here.
  ///   - embedder: what makes the vectors; nil to search by words only. A collection keeps the one it began with.
  ///   - progress: called after each file, and now and then while vectors of a large one are computed.
  public func add(
    _ files: [String], embedder: (any TextEmbedder)? = nil, progress: (AddProgress) -> Void = { _ in }
  ) throws -> AddReport {
    try writing(embedder) { store, collection in
      var report = AddReport()
      for (index, file) in files.enumerated() {
        do { try add(file, embedder, store, collection, &report, progress) } catch let error as DocumentError {
          report.failed.append(AddReport.Failure(file: file, reason: error.description))
        }
        progress(.files(index + 1, report))
      }
      try store.tidy()
      return report
    }
  }

  /// Adds a document that has been read already, in place of one of the same name.
  public func add(_ document: SourceDocument, embedder: (any TextEmbedder)? = nil) throws {
    try writing(embedder) { store, collection in
      try store.write(try prepared(document, path: document.file, embedder) { _ in }, to: collection)
      try store.tidy()
    }
  }

  private func add(
    _ file: String, _ embedder: (any TextEmbedder)?, _ store: any DocumentStore, _ collection: StoredCollection,
    _ report: inout AddReport, _ progress: (AddProgress) -> Void
  ) throws {
    let path = FilePlace.fromRoot(file)
    let old = try store.document(at: path, in: collection)
    // What cannot be hashed cannot be read: the reader says why.
    if let old, old.sha256 == (try? SHA256.hexadecimal(ofFile: path)) { return report.skipped.append(file) }
    let document = try DocumentReader.read(file)
    let new = try prepared(document, path: path, embedder, progress)
    try store.write(new, to: collection)
    if old == nil { report.added.append(file) } else { report.replaced.append(file) }
    report.pages += new.pages
    report.chunks += new.chunks.count
  }

  private func prepared(
    _ document: SourceDocument, path: String, _ embedder: (any TextEmbedder)?, _ progress: (AddProgress) -> Void
  ) throws -> NewDocument {
    let chunks = Chunker().chunks(of: document)
    var vectors: [[Float]]?
    if let embedder {
      vectors = []
      for start in stride(from: 0, to: chunks.count, by: Self.vectorsAtOnce) {
        let part = chunks[start..<min(start + Self.vectorsAtOnce, chunks.count)]
        vectors? += try embedder.vectors(for: part.map(\.textWithHeadings))
        if chunks.count > Self.vectorsAtOnce {
          progress(.vectors(file: document.file, done: part.endIndex, chunks: chunks.count))
        }
      }
    }
    return NewDocument(
      file: document.file, path: path, sha256: document.sha256, pages: document.pages.count, chunks: chunks,
      vectors: vectors)
  }

  private func writing<Value>(
    _ embedder: (any TextEmbedder)?, _ body: (any DocumentStore, StoredCollection) throws -> Value
  ) throws -> Value {
    try opened(.making) { store in
      let collection =
        try store.collection(collection)
        ?? store.makeCollection(collection, embedder: embedder?.identity, dimensions: embedder?.dimensions ?? 0)
      guard collection.embedder == embedder?.identity else {
        throw error(.otherEmbedder(collection: collection.name, has: collection.embedder, asked: embedder?.identity))
      }
      return try body(store, collection)
    }
  }
}

extension Chunk {
  /// What its vector is made of: what it is about, and what it says.
  var textWithHeadings: String { (headings + [text]).joined(separator: "\n") }
}
