// `lectern documents`: what goes in, what is found, and what is left when it is stopped.
import Foundation
import Layers
import Models
import Tensors
import Testing

struct DocumentsCommandTests {
  private struct Added: Decodable, Equatable {
    struct Failure: Decodable, Equatable {
      var file: String
      var reason: String
    }
    var added, replaced, skipped: [String]
    var failed: [Failure]
  }
  private struct Found: Decodable {
    struct Result: Decodable {
      var file: String
      var page: Int
      var score: Double
      var text: String
    }
    var results: [Result]
  }
  private struct Listed: Decodable {
    struct Document: Decodable {
      var file: String
      var pages: Int
      var chunks: Int
    }
    var documents: [Document]
  }

  private func run(
    _ arguments: [String], in folder: String, database: String = "test.sqlite", environment: [String: String] = [:]
  ) async throws -> LecternResult {
    try await LecternProcess.run(
      ["documents"] + arguments + ["--database", database], in: folder, environment: environment)
  }

  private func add(_ arguments: [String], in folder: String) async throws -> LecternResult {
    try await run(["add"] + arguments + ["--vectors", "none", "--format", "json"], in: folder)
  }

  @Test("files are added, skipped, replaced, listed, found with their page, and removed")
  func roundTrip() async throws {
    let folder = try DocumentFolder()
    try folder.write("docs/a.md", "# Dogs\n\nDogs travel in the *forward* saloon.\n")
    try folder.write("docs/b.txt", "The night ferry leaves at 23.40.")
    #expect(try await add(["docs"], in: folder.path).json(Added.self).added == ["docs/a.md", "docs/b.txt"])
    try folder.write("docs/b.txt", "The night ferry leaves at 22.15.")
    let second = try await add(["docs"], in: folder.path)
    #expect(second.status == 0)
    #expect(
      try second.json(Added.self) == Added(added: [], replaced: ["docs/b.txt"], skipped: ["docs/a.md"], failed: []))
    let list = try await run(["list", "--format", "json"], in: folder.path).json(Listed.self)
    #expect(list.documents.map(\.file) == ["docs/a.md", "docs/b.txt"] && list.documents.map(\.pages) == [1, 1])
    let found = try await run(["search", "When does the night ferry leave?", "--format", "json"], in: folder.path)
      .json(Found.self)
    #expect(found.results.first?.file == "docs/b.txt" && found.results.first?.page == 1)
    #expect(found.results.first?.text.contains("22.15") == true)
    let text = try await run(["search", "dogs in the saloon"], in: folder.path)
    #expect(text.status == 0 && text.output.contains("*Dogs* travel in the forward *saloon*."), "\(text.output)")
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try await run(["remove", "docs/b.txt"], in: folder.path).status == 0)
    #expect(
      try await run(["search", "night ferry", "--format", "json"], in: folder.path).json(Found.self).results.isEmpty)
  }

  @Test("what cannot be read is named with its reason, the rest is added, and the status is 1")
  func failures() async throws {
    let folder = try DocumentFolder()
    try folder.write("good.txt", "Fog delays ferries.")
    try folder.write("with space\nand line.txt", "Fares rise in May.")
    try Data([0x46, 0xE9, 0x20, 0xFF]).write(to: URL(fileURLWithPath: folder.path + "/latin.txt"))
    try folder.write("tune.mp3", "x")
    let result = try await add(
      ["good.txt", "with space\nand line.txt", "latin.txt", "tune.mp3", "none.pdf"], in: folder.path)
    let report = try result.json(Added.self)
    #expect(result.status == 1 && report.added == ["good.txt", "with space\nand line.txt"])
    #expect(Set(report.failed.map(\.file)) == ["latin.txt", "tune.mp3", "none.pdf"])
    #expect(report.failed.first { $0.file == "latin.txt" }?.reason.contains("UTF-8") == true)
    let removed = try await run(["remove", "god.txt"], in: folder.path)
    #expect(removed.status == 1 && removed.errors.contains("good.txt"), "\(removed.errors)")
  }

  @Test("documents whose files are gone are told, and forgotten when asked")
  func missing() async throws {
    let folder = try DocumentFolder()
    for name in ["a", "b"] { try folder.write("docs/\(name).txt", "The text of \(name).") }
    _ = try await add(["docs"], in: folder.path)
    try FileManager.default.removeItem(atPath: folder.path + "/docs/b.txt")
    let told = try await run(["add", "docs"], in: folder.path)
    #expect(told.status == 0 && told.output.contains("--forget-missing"), "\(told.output)")
    let forgotten = try await run(["add", "docs", "--forget-missing"], in: folder.path)
    #expect(forgotten.output.contains("- docs/b.txt"), "\(forgotten.output)")
    let list = try await run(["list", "--format", "json"], in: folder.path).json(Listed.self)
    #expect(list.documents.map(\.file) == ["docs/a.txt"])
  }

  @Test("wrong usage is said in a sentence, with status 2")
  func mistakes() async throws {
    let folder = try DocumentFolder()
    try folder.write("a.txt", "The ferry.")
    _ = try await add(["a.txt"], in: folder.path)
    let cases: [(arguments: [String], database: String, words: String)] = [
      (["list"], "none.sqlite", "documents add"), (["list"], "a.txt", "not a document database"),
      (["list"], ".", "folder"), (["list", "--collection", "documants"], "test.sqlite", "\"documents\""),
      (["search", "x", "--by", "vectors"], "test.sqlite", "without vectors"),
      (["search", "x", "--pages", "5-2"], "test.sqlite", "--pages"),
      (["search", "x", "--count", "0"], "test.sqlite", "1 to 1000"),
      (["search", "x", "--file", "b.txt"], "test.sqlite", "\"a.txt\""), (["add"], "test.sqlite", "files"),
      (["add", "a.txt", "--vectors", "best"], "test.sqlite", "minilm"),
      (["index"], "test.sqlite", "without vectors"), (["index", "--check"], "test.sqlite", "no index"),
    ]
    for (arguments, database, words) in cases {
      let result = try await run(arguments, in: folder.path, database: database)
      #expect(result.status == 2 && result.errors.contains(words), "\(arguments): \(result.status) \(result.errors)")
    }
  }

  @Test("a collection whose model is not here can be searched by words, and the message says so")
  func missingModel() async throws {
    let folder = try DocumentFolder()
    let model = try TemporaryModel.bert()
    try folder.write("here/a.txt", "The ferry leaves.")
    try FileManager.default.copyItem(atPath: model.path, toPath: folder.path + "/here/EmbeddingModel")
    let added = try await run(["add", "a.txt", "--vectors", "course"], in: folder.path + "/here")
    #expect(added.status == 0, "\(added.errors)")
    try folder.write("here/EmbeddingModel/vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nother\n")
    let other = try await run(["search", "ferry"], in: folder.path + "/here")
    #expect(other.status == 2 && other.errors.contains("cannot be compared"), "\(other.errors)")
    let words = try await run(["search", "ferry", "--by", "words", "--format", "json"], in: folder.path + "/here")
    #expect(try words.json(Found.self).results.count == 1)
  }

  @Test("the bench measures what it says")
  func bench() async throws {
    struct Result: Decodable {
      var chunks: Int
      var pagesPerSecond, wordsMilliseconds, exactMilliseconds, indexMilliseconds, fusedMilliseconds: Double
      var indexRecall: Double
    }
    let result = try await LecternProcess.run([
      "bench", "documents", "--chunks", "300", "--dimensions", "16", "--questions", "3", "--format", "json",
    ])
    let figures = try result.json(Result.self)
    #expect(figures.chunks >= 300 && figures.pagesPerSecond > 0 && figures.indexRecall >= 0.95)
    #expect(
      [figures.wordsMilliseconds, figures.exactMilliseconds, figures.indexMilliseconds, figures.fusedMilliseconds]
        .allSatisfy { $0 > 0 })
  }

  @Test("vectors of a course's encoder are found, and a collection stays with it")
  func courseEncoder() async throws {
    let folder = try DocumentFolder()
    let model = try TemporaryModel.bert()
    try FileManager.default.copyItem(atPath: model.path, toPath: folder.path + "/EmbeddingModel")
    for (name, text) in [("a", "The ferry leaves."), ("b", "The boat."), ("c", "Nine.")] {
      try folder.write("docs/\(name).txt", text)
    }
    let added = try await run(["add", "docs", "--vectors", "course"], in: folder.path)
    #expect(added.status == 0 && added.output.contains("vectors of course"), "\(added.output)\(added.errors)")
    let found = try await run(["search", "the boat", "--by", "vectors", "--format", "json"], in: folder.path)
    #expect(try found.json(Found.self).results.map(\.file).count == 3, "\(found.errors)")
    let other = try await run(["add", "docs", "--vectors", "none"], in: folder.path)
    #expect(other.status == 2 && other.errors.contains("course"), "\(other.errors)")
    let index = try await run(["index"], in: folder.path)
    #expect(index.status == 0 && index.output.contains("3 vectors"), "\(index.output)\(index.errors)")
    #expect(try await run(["index", "--check"], in: folder.path).status == 0)
  }

  @Test("where MiniLM is installed and the course has adapters for it, sentences are read with the question")
  func reader() async throws {
    let folder = try DocumentFolder()
    let encoder = try TemporaryModel.bert()
    try folder.write("docs/a.txt", "The ferry leaves at nine. The boat leaves the ferry.")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/lectern/models", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: encoder.path, toPath: folder.path + "/lectern/models/minilm")
    var model = try BERT.load(from: encoder.path).withLabels(["answers"], seed: 1)
    try model.addAdapters(LoRA(rank: 2, targets: ["queries", "classifier"]), seed: 1)
    for named in model.adapterParameters { named.parameter.assign(named.parameter.value + Tensor(0.5)) }

    let environment = ["XDG_DATA_HOME": folder.path]
    let added = try await run(["add", "docs"], in: folder.path, environment: environment)
    #expect(added.status == 0 && added.output.contains("vectors of minilm"), "\(added.output)\(added.errors)")
    try model.saveAdapters(to: folder.path + "/ReadingModel")
    let trace = ["trace", "When does the ferry leave?"]
    let read = try await run(trace, in: folder.path, environment: environment)
    #expect(read.status == 0 && read.output.contains("reading"), "\(read.output)\(read.errors)")

    try folder.write("ReadingModel/adapter_config.json", "{")
    let broken = try await run(trace, in: folder.path, environment: environment)
    #expect(broken.status != 0 && broken.errors.contains("ReadingModel/adapter_config.json"), "\(broken.errors)")
  }
}

/// Files in a folder of their own.
struct DocumentFolder: ~Copyable {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-docs-\(UUID().uuidString)").path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
