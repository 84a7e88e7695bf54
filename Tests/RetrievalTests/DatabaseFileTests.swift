// Files that are no database, or cannot be used as one.
import DocumentReading
import DocumentStorage
import Foundation
import GRDB
import Testing

@testable import Retrieval

@Suite("Database files that cannot be used are refused with a sentence")
struct DatabaseFileTests {
  private func kind(
    _ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
  ) -> DocumentDatabaseError.Kind? {
    #expect(throws: DocumentDatabaseError.self, sourceLocation: sourceLocation) { try body() }?.kind
  }

  @Test("a file that is not there is made by adding, and by nothing else")
  func missing() throws {
    let folder = try TemporaryFolder()
    let database = folder.database
    #expect(kind { _ = try database.documents() } == .notThere)
    #expect(kind { _ = try database.remove(["x"]) } == .notThere)
    #expect(try !database.isThere() && !FileManager.default.fileExists(atPath: database.path))
    let deep = DocumentDatabase(folder.path + "/new folder/quo'te?.sqlite")
    try deep.add(SourceDocument("a", pages: "The ferry."))
    #expect(try deep.chunkCount() == 1)
  }

  @Test("text, folders and other programs' databases are left as they are")
  func others() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("text.txt", String(repeating: "This is no database. ", count: 100))
    let document = SourceDocument("a", pages: "The ferry.")
    #expect(kind { try DocumentDatabase(text).add(document) } == .notADatabase)
    #expect(kind { _ = try DocumentDatabase(text).search("x") } == .notADatabase)
    #expect(kind { try DocumentDatabase(folder.path).add(document) } == .noFile(reason: "it is a folder"))
    #expect(kind { try DocumentDatabase("/dev/null").add(document) } == .noFile(reason: "it is not a regular file"))
    #expect(kind { try DocumentDatabase("").add(document) } == .noFile(reason: "its name is empty"))
    #expect(kind { try DocumentDatabase(text + "/x").add(document) } == .noFile(reason: "Not a directory"))
    let other = folder.path + "/other.sqlite"
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE mine(x)") }
    let bytes = FileManager.default.contents(atPath: other)
    #expect(kind { try DocumentDatabase(other).add(document) } == .otherDatabase)
    #expect(FileManager.default.contents(atPath: other) == bytes)
  }

  @Test("a newer version is refused, with both numbers")
  func newer() throws {
    let folder = try TemporaryFolder()
    try folder.database.add(SourceDocument("a", pages: "The ferry."))
    try DatabaseQueue(path: folder.database.path).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = 99")
    }
    #expect(kind { _ = try folder.database.documents() } == .newer(version: 99, known: 1))
  }

  @Test("a damaged file is an error, never a crash", arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func damaged(_ seed: Int) throws {
    let folder = try TemporaryFolder()
    let pages = (1...200).map { DocumentPage(number: $0, text: "Ferry \($0) and its crew, fog and dogs.", blocks: []) }
    try folder.database.add(
      SourceDocument(file: "a", sha256: "", format: .plainText, pages: pages), embedder: CountingEmbedder())
    var bytes = try #require(FileManager.default.contents(atPath: folder.database.path))
    // Pages in the middle, overwritten.
    for place in stride(from: 8192 * seed, to: min(bytes.count, 8192 * (seed + 3)), by: 7) { bytes[place] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: folder.database.path))
    // It may find what is whole, or say that it is damaged.
    let work: [() throws -> Void] = [
      { _ = try folder.database.search("ferry dogs", SearchRequest(), embedder: CountingEmbedder()) },
      { try folder.database.add(SourceDocument("b", pages: "Fog."), embedder: CountingEmbedder()) },
      { _ = try folder.database.remove(["a"]) },
    ]
    for step in work { do { try step() } catch is DocumentDatabaseError {} }
  }

  @Test("searching while another connection is in the middle of writing sees what was there before")
  func snapshot() throws {
    let folder = try TemporaryFolder()
    try folder.database.add(SourceDocument("a", pages: "The ferry."))
    try DatabaseQueue(path: folder.database.path).writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        try database.execute(sql: "DELETE FROM chunk")
        #expect(try folder.database.search("ferry").count == 1)
        return .rollback
      }
    }
    #expect(try folder.database.search("ferry").count == 1)
  }
}
