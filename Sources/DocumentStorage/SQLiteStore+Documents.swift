// Collections and documents.
import DocumentReading
import GRDB
import Retrieval
internal import Foundation

extension SQLiteStore {
  func collection(_ name: String) throws -> StoredCollection? {
    try Row.fetchOne(database, sql: "SELECT * FROM collection WHERE name = ?", arguments: [name])
      .map(StoredCollection.init)
  }

  func collections() throws -> [StoredCollection] {
    try Row.fetchAll(database, sql: "SELECT * FROM collection ORDER BY name").map(StoredCollection.init)
  }

  func makeCollection(_ name: String, embedder: String?, dimensions: Int) throws -> StoredCollection {
    try database.inTransaction(.immediate) {
      // Another process may have been faster.
      guard try collection(name) == nil else { return .commit }
      try database.execute(
        sql: "INSERT INTO collection(name, embedder, dimensions) VALUES(?, ?, ?)",
        arguments: [name, embedder, dimensions])
      try DatabaseSchema.makeWords(of: database.lastInsertedRowID, database)
      return .commit
    }
    guard let made = try collection(name) else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
    return made
  }

  func documents(of collection: StoredCollection) throws -> [StoredDocument] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM document WHERE collection = ? ORDER BY file, id", arguments: [collection.id]
    ).map(StoredDocument.init)
  }

  func document(at path: String, in collection: StoredCollection) throws -> StoredDocument? {
    try Row.fetchOne(
      database, sql: "SELECT * FROM document WHERE collection = ? AND path = ?", arguments: [collection.id, path]
    ).map(StoredDocument.init)
  }

  func write(_ document: NewDocument, to collection: StoredCollection) throws {
    try database.inTransaction(.immediate) {
      if let old = try self.document(at: document.path, in: collection) { try erase(old, of: collection) }
      try database.execute(
        sql: "INSERT INTO document(collection, file, path, sha256, pages, chunks) VALUES(?, ?, ?, ?, ?, ?)",
        arguments: [
          collection.id, document.file, document.path, document.sha256, document.pages, document.chunks.count,
        ])
      try insertChunks(of: document, id: database.lastInsertedRowID, collection)
      return .commit
    }
  }

  private func insertChunks(of document: NewDocument, id: Int64, _ collection: StoredCollection) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT INTO chunk(document, page, start, end, headings, sentences, text) VALUES(?, ?, ?, ?, ?, ?, ?)")
    let index = try database.cachedStatement(
      sql: "INSERT INTO words\(collection.id)(rowid, terms) VALUES(?, ?)")
    var ids: [Int64] = []
    var terms = 0
    for chunk in document.chunks {
      let evidence = chunk.evidence
      try insert.execute(arguments: [
        id, evidence.page, evidence.start, evidence.end, ChunkRow.json(chunk.headings),
        ChunkRow.text(chunk.sentences), chunk.text,
      ])
      ids.append(database.lastInsertedRowID)
      let words = chunk.searchTerms
      terms += words.count
      try index.execute(arguments: [database.lastInsertedRowID, words.joined(separator: " ")])
    }
    if let vectors = document.vectors { try insertVectors(vectors, of: ids, cell: nil, collection) }
    try count(chunks: ids.count, terms: terms, collection)
  }

  private func count(chunks: Int, terms: Int, _ collection: StoredCollection) throws {
    try database.execute(
      sql: "UPDATE collection SET chunks = chunks + ?, terms = terms + ? WHERE id = ?",
      arguments: [chunks, terms, collection.id])
  }

  func forget(_ documents: [StoredDocument], of collection: StoredCollection) throws {
    try database.inTransaction(.immediate) {
      for document in documents { try erase(document, of: collection) }
      return .commit
    }
  }

  /// In a transaction.
  private func erase(_ document: StoredDocument, of collection: StoredCollection) throws {
    let forget = try database.cachedStatement(
      sql: "INSERT INTO words\(collection.id)(words\(collection.id), rowid, terms) VALUES('delete', ?, ?)")
    var (chunks, terms) = (0, 0)
    for chunk in try self.chunks(of: document) {
      let words = chunk.chunk.searchTerms
      try forget.execute(arguments: [chunk.id, words.joined(separator: " ")])
      chunks += 1
      terms += words.count
    }
    try eraseVectors(of: document)
    try database.execute(sql: "DELETE FROM document WHERE id = ?", arguments: [document.id])
    try count(chunks: -chunks, terms: -terms, collection)
    try database.execute(sql: "UPDATE collection SET isUntidy = 1 WHERE id = ?", arguments: [collection.id])
  }

  func tidy() throws {
    let untidy = try Int64.fetchAll(database, sql: "SELECT id FROM collection WHERE isUntidy ORDER BY id")
    guard !untidy.isEmpty else { return }
    try database.inTransaction(.immediate) {
      for id in untidy {
        // Merged into one, the parts of the index drop what was taken out.
        try database.execute(sql: "INSERT INTO words\(id)(words\(id)) VALUES('optimize')")
        try database.execute(sql: "UPDATE collection SET isUntidy = 0 WHERE id = ?", arguments: [id])
      }
      return .commit
    }
    try database.execute(sql: "PRAGMA incremental_vacuum")
    // The log holds it too. Who reads meanwhile keeps it for so long.
    _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
  }

  func chunks(_ ids: [Int64]) throws -> [StoredChunk] {
    guard !ids.isEmpty else { return [] }
    return try ChunkRow.fetch(
      database, "WHERE chunk.id IN (\(ids.map(String.init).joined(separator: ",")))")
  }

  func chunks(of document: StoredDocument) throws -> [StoredChunk] {
    try ChunkRow.fetch(database, "WHERE document = \(document.id) ORDER BY chunk.id")
  }

  func ids(in collection: StoredCollection, _ scope: SearchScope) throws -> Set<Int64> {
    try Set(
      Int64.fetchAll(
        database,
        sql: "SELECT chunk.id FROM document CROSS JOIN chunk ON chunk.document = document.id WHERE "
          + scope.condition(in: collection)))
  }
}

extension SearchScope {
  /// About the tables `document` and `chunk`.
  func condition(in collection: StoredCollection) -> String {
    var parts = ["document.collection = \(collection.id)"]
    if let documents { parts.append("document.id IN (\(documents.map(String.init).joined(separator: ",")))") }
    if let pages { parts.append("chunk.page BETWEEN \(pages.lowerBound) AND \(pages.upperBound)") }
    return parts.joined(separator: " AND ")
  }
}

/// A row of `chunk`, and its document's name.
private enum ChunkRow {
  static func fetch(_ database: Database, _ condition: String) throws -> [StoredChunk] {
    try Row.fetchAll(
      database, sql: "SELECT chunk.*, file FROM chunk JOIN document ON document.id = chunk.document \(condition)"
    ).map { row in
      let evidence = Evidence(file: row["file"], page: row["page"], start: row["start"], end: row["end"])
      return StoredChunk(
        id: row["id"],
        chunk: Chunk(
          text: row["text"], evidence: evidence, headings: headings(row["headings"]),
          sentences: sentences(row["sentences"], length: evidence.end - evidence.start)))
    }
  }

  static func json(_ headings: [String]) -> String? {
    headings.isEmpty ? nil : (try? JSONEncoder().encode(headings)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The places where sentences begin and end, one after the other.
  static func text(_ sentences: [Range<Int>]) -> String {
    sentences.map { "\($0.lowerBound) \($0.upperBound)" }.joined(separator: " ")
  }

  private static func sentences(_ text: String, length: Int) -> [Range<Int>] {
    let places = text.utf8.split(separator: UInt8(ascii: " ")).compactMap { Int(Substring($0)) }
    // What is damaged leads nowhere.
    return stride(from: 0, to: places.count - 1, by: 2).compactMap { index in
      let (start, end) = (places[index], places[index + 1])
      return start >= 0 && start < end && end <= length ? start..<end : nil
    }
  }

  private static func headings(_ json: String?) -> [String] {
    json.flatMap { try? JSONDecoder().decode([String].self, from: Data($0.utf8)) } ?? []
  }
}

extension StoredCollection {
  fileprivate init(_ row: Row) {
    self.init(
      id: row["id"], name: row["name"], embedder: row["embedder"], dimensions: row["dimensions"],
      chunks: row["chunks"], terms: row["terms"])
  }
}

extension StoredDocument {
  fileprivate init(_ row: Row) {
    self.init(
      id: row["id"], file: row["file"], path: row["path"], sha256: row["sha256"], pages: row["pages"],
      chunks: row["chunks"])
  }
}
