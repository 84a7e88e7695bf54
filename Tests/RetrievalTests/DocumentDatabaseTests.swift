// The database over real files: adding, replacing, forgetting, searching.
import DocumentReading
import DocumentStorage
import Foundation
import Testing

@testable import Retrieval

@Suite("The document database")
struct DocumentDatabaseTests {
  private func request(_ method: SearchRequest.Method, count: Int = 10) -> SearchRequest {
    var request = SearchRequest()
    (request.method, request.count) = (method, count)
    return request
  }

  @Test("the same file is skipped, a changed one is replaced, one that cannot be read is named")
  func adding() throws {
    let folder = try TemporaryFolder()
    let (a, b) = (try folder.write("a.txt", "The ferry sails at nine."), try folder.write("b.txt", "Dogs are welcome."))
    let first = try folder.database.add([a, b, folder.path + "/none.txt"])
    #expect(first.added == [a, b] && first.failed.map(\.file) == [folder.path + "/none.txt"])
    try folder.write("b.txt", "Cats are welcome.")
    let second = try folder.database.add([a, b])
    #expect(second.skipped == [a] && second.replaced == [b] && second.added == [])
    #expect(try folder.database.search("dogs").isEmpty)
    #expect(try folder.database.search("cats").map(\.chunk.text) == ["Cats are welcome."])
    #expect(try folder.database.documents().map(\.file) == [a, b])
  }

  @Test("a hit's evidence is exactly where its text stands")
  func evidence() throws {
    let folder = try TemporaryFolder()
    let text =
      "Überfahrt 🛳\n\n" + (1...200).map { "Sentence \($0) is about the pier." }.joined(separator: " ")
      + "\n\nThe lighthouse keeper owns a parrot. Nobody else does."
    let file = try folder.write("a.txt", text)
    _ = try folder.database.add([file])
    let hit = try #require(try folder.database.search("Who has a parrot?").first)
    #expect(hit.sentenceText == "The lighthouse keeper owns a parrot.")
    #expect(hit.chunk.evidence.page == 1 && hit.chunk.evidence.file == file)
    let document = try DocumentReader.read(file)
    #expect(document.text(at: hit.chunk.evidence) == hit.chunk.text)
    let scalars = Array(hit.chunk.text.unicodeScalars)
    #expect(hit.matches.map { String(String.UnicodeScalarView(scalars[$0])) } == ["parrot"])
  }

  @Test("nothing of a forgotten document is left in the file's bytes")
  func forgetting() throws {
    let folder = try TemporaryFolder()
    let filler = (1...300).map { "Line \($0) tells of ropes and tides." }.joined(separator: "\n\n")
    let (kept, secret) = (
      try folder.write("kept.txt", filler), try folder.write("secret.txt", filler + "\n\nThe password is xyzzyplugh.")
    )
    _ = try folder.database.add([kept, secret], embedder: CountingEmbedder())
    #expect(folder.databaseBytes.range(of: Data("xyzzyplugh".utf8)) != nil)
    let (removed, unknown) = try folder.database.remove([secret, "nothing.txt"])
    #expect(removed == [secret] && unknown == ["nothing.txt"])
    for trace in ["xyzzyplugh", "secret.txt"] { #expect(folder.databaseBytes.range(of: Data(trace.utf8)) == nil) }
    #expect(try folder.database.search("xyzzyplugh password").isEmpty)
    #expect(try folder.database.documents().map(\.file) == [kept])
    #expect(try !folder.database.search("ropes").isEmpty)
  }

  @Test("a folder's name stands for the documents in it, and for no others")
  func folders() throws {
    let folder = try TemporaryFolder()
    let files = try ["in/a.txt", "in/deep/b.txt", "inside.txt"].map { try folder.write($0, "Text of \($0).") }
    _ = try folder.database.add(files)
    #expect(try folder.database.remove([folder.path + "/in"]).removed == Array(files.prefix(2)))
    #expect(try folder.database.documents().map(\.file) == [files[2]])
  }

  @Test("what is asked is text, whatever signs it holds")
  func syntax() throws {
    let folder = try TemporaryFolder()
    try folder.database.add(SourceDocument("a", pages: "The NEAR pier AND the far pier."))
    for text in [
      "\"", "pier\" OR \"x", "NEAR(pier far)", "terms:pier", "pier*", "-pier", "^pier", "(", "' ; DROP TABLE", "",
    ] {
      let hits = try folder.database.search(text, request(.words))
      #expect(hits.isEmpty == !text.contains("pier"), "\(text)")
    }
    #expect(try folder.database.search("pier AND NEAR").count == 1)
  }

  @Test("by words, by vectors, and by both, with the places in each")
  func methods() throws {
    let folder = try TemporaryFolder()
    let embedder = CountingEmbedder()
    try folder.database.add(SourceDocument("words", pages: "A hound may travel in fog."), embedder: embedder)
    try folder.database.add(SourceDocument("vector", pages: "Dogs, dogs, dogs!"), embedder: embedder)
    try folder.database.add(SourceDocument("other", pages: "The engine of the ferry."), embedder: embedder)
    let ask = { (method: SearchRequest.Method) in
      try folder.database.search("dog or hound", request(method), embedder: embedder)
    }
    let words = try ask(.words)
    #expect(Set(words.map(\.chunk.evidence.file)) == ["words", "vector"])
    #expect(words.allSatisfy { $0.vectors == nil && $0.score == $0.words?.score })
    let vectors = try ask(.vectors)
    #expect(vectors.first?.chunk.evidence.file == "vector" && vectors.first?.vectors?.place == 1)
    #expect(abs((vectors.first?.score ?? 0) - 1) < 1e-6)
    let both = try ask(.both)
    #expect(both.first?.chunk.evidence.file == "vector")
    #expect(both.first.map { $0.words != nil && $0.vectors?.place == 1 } == true)
    #expect(both.count == 3)
  }

  @Test("filters by document, by page and by distance hold for words and vectors")
  func filters() throws {
    let folder = try TemporaryFolder()
    let embedder = CountingEmbedder()
    for name in ["docs/a", "docs/b", "c"] {
      try folder.database.add(
        SourceDocument(name, pages: "The ferry, page one.", "The ferry, page two.", "The crew, page three."),
        embedder: embedder)
    }
    for method in SearchRequest.Method.allCases {
      var request = request(method)
      request.files = ["docs/a"]
      request.pages = 2...3
      let places = try folder.database.search("ferry", request, embedder: embedder).map(\.chunk.evidence)
      #expect(Set(places.map(\.file)) == ["docs/a"] && places.first?.page == 2 && !places.map(\.page).contains(1))
      request.files = ["docs"]
      request.pages = nil
      request.count = 4
      let both = try folder.database.search("ferry", request, embedder: embedder)
      #expect(Set(both.map(\.chunk.evidence.file)) == ["docs/a", "docs/b"] && both.count == 4)
    }
    var near = request(.vectors)
    near.leastSimilarity = 0.9
    #expect(try folder.database.search("ferry", near, embedder: embedder).count == 6)
    var unknown = request(.words)
    unknown.files = ["docs/aa"]
    let error = #expect(throws: DocumentDatabaseError.self) { try folder.database.search("ferry", unknown) }
    #expect(error?.kind == .noDocument("docs/aa", nearest: "docs/a"))
  }

  @Test("diversity leaves out the copy, and re-ranking finds the sentence")
  func looking() throws {
    let folder = try TemporaryFolder()
    try folder.database.add(SourceDocument("a", pages: "The night ferry sails in fog."))
    try folder.database.add(SourceDocument("copy", pages: "The night ferry sails in fog."))
    try folder.database.add(SourceDocument("b", pages: "A ferry at night needs lights. Fares are paid on board."))
    var request = request(.words, count: 2)
    request.diversity = 0.7
    #expect(try folder.database.search("night ferry fog", request).map(\.chunk.evidence.file) == ["a", "b"])
    request.diversity = 0
    request.ranksSentences = true
    #expect(try folder.database.search("ferry lights", request).first?.chunk.evidence.file == "b")
  }

  @Test("a collection keeps to the model it began with, and another collection has its own")
  func identities() throws {
    let folder = try TemporaryFolder()
    let (one, other) = (CountingEmbedder(), CountingEmbedder(identity: "counting 2"))
    try folder.database.add(SourceDocument("a", pages: "The ferry."), embedder: one)
    for embedder in [other, nil] {
      let error = #expect(throws: DocumentDatabaseError.self) {
        try folder.database.add(SourceDocument("b", pages: "The dog."), embedder: embedder)
      }
      #expect(error?.description.contains("counting 1") == true)
    }
    #expect(throws: DocumentDatabaseError.self) {
      try folder.database.search("ferry", request(.vectors), embedder: other)
    }
    let second = DocumentDatabase(folder.database.path, collection: "second")
    try second.add(SourceDocument("b", pages: "The dog."), embedder: other)
    #expect(try second.embedder() == "counting 2" && folder.database.embedder() == "counting 1")
    #expect(try second.search("ferry dog").map(\.chunk.evidence.file) == ["b"])
    #expect(try second.collections() == ["documents", "second"])
    let error = #expect(throws: DocumentDatabaseError.self) {
      try DocumentDatabase(folder.database.path, collection: "secnd").documents()
    }
    #expect(error?.kind == .noCollection("secnd", nearest: "second"))
  }

  @Test("common words do not hide what the rare ones find, nor the other way round")
  func rarity() throws {
    let folder = try TemporaryFolder()
    let pages = (1...300).map { "The ferry on day \($0)." }
    try folder.database.add(
      SourceDocument(
        file: "log", sha256: "", format: .plainText,
        pages: pages.enumerated().map { DocumentPage(number: $0 + 1, text: $1, blocks: []) }))
    try folder.database.add(SourceDocument("parrot", pages: "A parrot was on the ferry."))
    #expect(try folder.database.search("ferry parrot").first?.chunk.evidence.file == "parrot")
    #expect(try folder.database.search("ferry parrot", request(.words, count: 200)).count == 200)
    #expect(try folder.database.search("day 217", request(.words)).first?.chunk.evidence.page == 217)
  }

  @Test("text with nothing in it is a document without chunks")
  func emptyText() throws {
    let folder = try TemporaryFolder()
    try folder.database.add(SourceDocument("blank", pages: " \n\n "), embedder: CountingEmbedder())
    #expect(try folder.database.documents().map(\.chunks) == [0])
    #expect(try folder.database.search("anything", SearchRequest(), embedder: CountingEmbedder()).isEmpty)
  }
}
