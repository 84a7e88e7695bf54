// The tables of a document database, and how it is told from other SQLite files.
import GRDB

enum DatabaseSchema {
  /// SQLite's `application_id`: "LDOC".
  static let application = 0x4C44_4F43
  /// SQLite's `user_version`. To be raised too when words are cut or stemmed otherwise: the index of words is contentless,
  /// so what was put in must be computed again to be taken out.
  static let version = 1

  enum State: Equatable { case empty, ours(version: Int), other }

  static func state(_ database: Database) throws -> State {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    if application == Self.application {
      return .ours(version: try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0)
    }
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    return application == 0 && tables == 0 ? .empty : .other
  }

  static func make(_ database: Database) throws {
    try database.execute(
      sql: """
        -- Until it is tidied, the index of words still holds what was forgotten.
        CREATE TABLE collection(
          id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, embedder TEXT, dimensions INTEGER NOT NULL,
          chunks INTEGER NOT NULL DEFAULT 0, terms INTEGER NOT NULL DEFAULT 0, isUntidy INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE document(
          id INTEGER PRIMARY KEY, collection INTEGER NOT NULL REFERENCES collection, file TEXT NOT NULL,
          path TEXT NOT NULL, sha256 TEXT NOT NULL, pages INTEGER NOT NULL, chunks INTEGER NOT NULL,
          UNIQUE(collection, path));
        -- Up to 256 vectors, row by row as float32, and the ids of their chunks as int64; both little-endian. Without a
        -- cell they are of one document.
        CREATE TABLE block(
          id INTEGER PRIMARY KEY, collection INTEGER NOT NULL REFERENCES collection, cell INTEGER,
          chunks BLOB NOT NULL, vectors BLOB NOT NULL);
        CREATE INDEX blockCell ON block(collection, cell);
        -- Characters count Unicode scalars of the page's text, those of sentences, where they begin and end one after the
        -- other, of the chunk's; headings are a JSON array, NULL for none.
        CREATE TABLE chunk(
          id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
          page INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, headings TEXT, sentences TEXT NOT NULL,
          text TEXT NOT NULL, block INTEGER REFERENCES block);
        CREATE INDEX chunkDocument ON chunk(document);
        CREATE INDEX chunkBlock ON chunk(block);
        CREATE TABLE cells(
          collection INTEGER PRIMARY KEY REFERENCES collection, searched INTEGER NOT NULL, centres BLOB NOT NULL);
        PRAGMA application_id = \(application);
        PRAGMA user_version = \(version);
        """)
  }

  /// A collection's words, with counts of their own: what is rare in one may be common in another. The analysis of words
  /// is Retrieval's; what is put in are terms between spaces.
  static func makeWords(of collection: Int64, _ database: Database) throws {
    try database.execute(
      sql: """
        CREATE VIRTUAL TABLE words\(collection) USING fts5(terms, content='', tokenize='ascii');
        CREATE VIRTUAL TABLE vocabulary\(collection) USING fts5vocab(words\(collection), row);
        """)
  }
}
