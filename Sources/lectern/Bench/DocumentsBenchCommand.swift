// `lectern bench documents`: how fast documents are added and searched.
import ArgumentParser
import DocumentReading
import Foundation
import Retrieval
import SystemTools
import Tensors

struct DocumentsBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents", abstract: "Measures a database of documents made up of random words, on one thread.",
    discussion: """
      Words are as frequent as in English (Zipf); vectors are random ones round as many topics as there are documents, \
      not a model's, so what is measured is the search itself. Each search opens the database anew, as in a command.
      """)

  @Option(parsing: .unconditional, help: "How many chunks of about 100 words.")
  var chunks = 100_000

  @Option(parsing: .unconditional, help: "Numbers in a vector.")
  var dimensions = 384

  @Option(parsing: .unconditional, help: "How many questions; the median counts.")
  var questions = 50

  @Option(help: "text or json.")
  var format = ListFormat.text

  struct Result: Encodable {
    var chunks: Int
    /// Reading, cutting and writing, without vectors; a page has about 500 words.
    var pagesPerSecond: Double
    var databaseMegabytes: Double
    var wordsMilliseconds: Double
    /// All vectors compared.
    var exactMilliseconds: Double
    var indexSeconds: Double
    var indexMilliseconds: Double
    /// The share of the ten nearest vectors that the index finds.
    var indexRecall: Double
    var fusedMilliseconds: Double
    var peakMegabytes: Double
  }

  func validate() throws {
    try Bench.check("--chunks", chunks, 100...10_000_000)
    try Bench.check("--dimensions", dimensions, 8...4096)
    try Bench.check("--questions", questions, 1...1000)
  }

  func run() throws {
    setenv("LECTERN_THREADS", "1", 1)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-bench-\(getpid())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let before = Bench.peakMegabytes
    var result = Result(
      chunks: 0, pagesPerSecond: 0, databaseMegabytes: 0, wordsMilliseconds: 0, exactMilliseconds: 0, indexSeconds: 0,
      indexMilliseconds: 0, indexRecall: 0, fusedMilliseconds: 0, peakMegabytes: 0)
    result.pagesPerSecond = Bench.rounded(try ingestion(in: folder), decimals: 0)

    let database = DocumentDatabase(folder + "/documents.sqlite")
    let embedder = RandomEmbedder(dimensions: dimensions, topics: max(1, chunks / 100))
    var writer = RandomText(seed: 1)
    var document = 0
    while result.chunks < chunks {
      try database.add(writer.document("\(document)", pages: 20, topic: document), embedder: embedder)
      document += 1
      if document % 16 == 0 || document * 100 >= chunks { result.chunks = try database.chunkCount() }
    }
    let texts = (0..<questions).map { writer.words(8) + " topic\($0 * 7 % document)" }
    var request = SearchRequest()
    func milliseconds(_ method: SearchRequest.Method, isExact: Bool) throws -> Double {
      (request.method, request.isExact) = (method, isExact)
      let times = try texts.map { text in
        try Bench.seconds { _ = try database.search(text, request, embedder: embedder) }
      }
      return Bench.rounded(Bench.median(times) * 1000, decimals: 1)
    }
    _ = try milliseconds(.both, isExact: true)
    result.wordsMilliseconds = try milliseconds(.words, isExact: true)
    result.exactMilliseconds = try milliseconds(.vectors, isExact: true)
    var report: IndexReport?
    result.indexSeconds = Bench.rounded(try Bench.seconds { report = try database.makeIndex() }, decimals: 1)
    result.indexRecall = Bench.rounded(report.map { $0.recall[$0.searched - 1] } ?? 0, decimals: 3)
    result.indexMilliseconds = try milliseconds(.vectors, isExact: false)
    result.fusedMilliseconds = try milliseconds(.both, isExact: false)
    let size = try FileManager.default.attributesOfItem(atPath: database.path)[.size] as? Int ?? 0
    result.databaseMegabytes = Bench.rounded(Double(size) / 1e6, decimals: 1)
    result.peakMegabytes = Bench.rounded(Bench.peakMegabytes - before, decimals: 1)
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(result))
    case .text: StandardOutput.write(text(result))
    }
  }

  private func text(_ result: Result) -> String {
    [
      ("\(result.chunks) chunks, \(dimensions) numbers each", "\(result.databaseMegabytes) MB"),
      ("files read, cut and written, without vectors", "\(result.pagesPerSecond) pages/s"),
      ("search by words", "\(result.wordsMilliseconds) ms"),
      ("search by vectors, all compared", "\(result.exactMilliseconds) ms"),
      ("search by vectors, through the index", "\(result.indexMilliseconds) ms"),
      ("search by both, through the index", "\(result.fusedMilliseconds) ms"),
      ("of the ten nearest the index finds", "\(Bench.rounded(result.indexRecall * 100, decimals: 1)) %"),
      ("index made in", "\(result.indexSeconds) s"),
      ("memory at most", "\(result.peakMegabytes) MB"),
    ].map { $0.0.padding(toLength: 48, withPad: " ", startingAt: 0) + $0.1 + "\n" }.joined()
  }

  /// Pages a second, from text files.
  private func ingestion(in folder: String) throws -> Double {
    var writer = RandomText(seed: 2)
    let pages = min(1000, max(20, chunks / 5))
    let files = try (0..<pages / 20).map { index in
      let file = "\(folder)/\(index).txt"
      let text = writer.document(file, pages: 20, topic: index).pages.map(\.text).joined(separator: "\n\n")
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      return file
    }
    let seconds = try Bench.seconds { _ = try DocumentDatabase(folder + "/files.sqlite").add(files) }
    return Double(files.count * 20) / max(seconds, 1e-9)
  }
}

/// Text of made-up words, each as frequent as its rank says.
private struct RandomText {
  private static let vocabulary = 30_000
  private var random: SeededRandom

  init(seed: Int) { random = SeededRandom(seed: seed) }

  /// The word of rank r comes with a frequency of about 1 / (r + 10).
  private mutating func word() -> String {
    let rank = Int(10 * pow(Double(Self.vocabulary) / 10, Double(random.uniform()))) - 10
    let letters = Array("etaoinshrdlucm")
    var (word, rest) = ("", rank + 14)
    while rest > 0 {
      word.append(letters[rest % letters.count])
      rest /= letters.count
    }
    return word
  }

  mutating func words(_ count: Int) -> String { (0..<count).map { _ in word() }.joined(separator: " ") }

  /// Pages of five paragraphs.
  mutating func document(_ name: String, pages: Int, topic: Int) -> SourceDocument {
    let pages = (1...pages).map { number in
      let paragraphs = (0..<5).map { _ in
        (0..<6).map { _ in words(15) + "." }.joined(separator: " ") + " topic\(topic)."
      }
      let text = paragraphs.joined(separator: "\n\n")
      return DocumentPage(number: number, text: text, blocks: [])
    }
    return SourceDocument(file: name, sha256: "", format: .plainText, pages: pages)
  }
}

/// Vectors near the direction of the last topic that a text names.
private struct RandomEmbedder: TextEmbedder {
  let dimensions: Int
  let topics: Int

  var identity: String { "random \(dimensions)" }

  func vectors(for texts: [String]) -> [[Float]] {
    texts.map { text in
      let topic = text.split(separator: " ").last { $0.hasPrefix("topic") } ?? ""
      let number = Int(topic.filter(\.isNumber)) ?? 0
      var centre = SeededRandom(seed: number)
      var noise = SeededRandom(seed: text.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF_FFFF })
      let vector = (0..<dimensions).map { _ in centre.uniform() - 0.5 + 1.5 * (noise.uniform() - 0.5) }
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return vector.map { $0 / length }
    }
  }
}
