// The approximate index: what it finds, what it says of itself, and what happens to it.
import DocumentReading
import DocumentStorage
import Foundation
import Testing

@testable import Retrieval

@Suite("The index of vectors")
struct VectorIndexTests {
  /// Points on a circle in many dimensions: neighbours in number are neighbours in angle.
  private struct CircleEmbedder: TextEmbedder {
    let identity = "circle"
    let dimensions = 8

    func vectors(for texts: [String]) -> [[Float]] {
      texts.map { text in
        let angle = Double(text.split { !$0.isNumber }.last.flatMap { Int($0) } ?? 0) / 600 * 2 * Double.pi
        return [Float(cos(angle)), Float(sin(angle)), 0, 0, 0, 0, 0, 0]
      }
    }
  }

  private func filled(_ folder: borrowing TemporaryFolder) throws -> DocumentDatabase {
    for part in 0..<6 {
      let pages = (0..<100).map { DocumentPage(number: $0 + 1, text: "Buoy \(part * 100 + $0)", blocks: []) }
      try folder.database.add(
        SourceDocument(file: "part\(part)", sha256: "", format: .plainText, pages: pages), embedder: CircleEmbedder())
    }
    return folder.database
  }

  private func found(_ database: DocumentDatabase, _ number: Int, isExact: Bool, cells: Int? = nil) throws -> [String] {
    var request = SearchRequest()
    (request.method, request.count, request.isExact, request.cells) = (.vectors, 5, isExact, cells)
    return try database.search("Buoy \(number)", request, embedder: CircleEmbedder()).map(\.chunk.text)
  }

  @Test("it finds what comparing all finds, says how much, and is made the same each time")
  func recall() throws {
    let folder = try TemporaryFolder()
    let database = try filled(folder)
    #expect(try database.indexReport() == nil)
    let report = try database.makeIndex(cells: 12)
    #expect(report.vectors == 600 && report.cells == 12 && report.loose == 0)
    #expect(report.recall.count == 12 && report.recall.last == 1)
    #expect(zip(report.recall, report.recall.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(report.recall[report.searched - 1] >= DocumentDatabase.wantedRecall)
    #expect(try database.indexReport() == report)
    var same = 0
    for number in stride(from: 7, to: 600, by: 29) {
      let exact = try found(database, number, isExact: true)
      #expect(exact.first == "Buoy \(number)" && exact.count == 5)
      #expect(try found(database, number, isExact: false, cells: 12) == exact, "all cells are all vectors")
      same += Set(try found(database, number, isExact: false)).intersection(exact).count
    }
    #expect(same >= 95, "of 105 neighbours")
    #expect(try database.makeIndex(cells: 12) == report)
  }

  @Test("what comes after it was made is found, and what is removed is gone from its cell")
  func changes() throws {
    let folder = try TemporaryFolder()
    let database = try filled(folder)
    _ = try database.makeIndex(cells: 12)
    #expect(try database.remove(["part3"]).removed == ["part3"])
    #expect(try found(database, 350, isExact: false).allSatisfy { !$0.hasPrefix("Buoy 3") })
    try database.add(SourceDocument("new", pages: "Buoy 350"), embedder: CircleEmbedder())
    #expect(try database.indexReport()?.loose == 1)
    #expect(try found(database, 350, isExact: false).first == "Buoy 350")
    let report = try database.makeIndex(cells: 12)
    #expect(report.vectors == 501 && report.loose == 0)
    #expect(try found(database, 350, isExact: false).first == "Buoy 350")
  }

  @Test("a collection without vectors has no index")
  func withoutVectors() throws {
    let folder = try TemporaryFolder()
    try folder.database.add(SourceDocument("a", pages: "The ferry."))
    let error = #expect(throws: DocumentDatabaseError.self) { try folder.database.makeIndex() }
    #expect(error?.kind == .noVectors(collection: "documents"))
    #expect(try folder.database.makeIndexIfNeeded() == nil)
  }
}
