// `lectern documents search`: what the documents say about something, and where.
import ArgumentParser
import Foundation
import LessonDocuments
import Retrieval

struct DocumentsSearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Finds what the documents say about something.",
    discussion: "What is asked is text, never a query language: it may hold any sign.")

  @Argument(help: "A question, or words.")
  var text: String

  @OptionGroup var database: DatabaseArgument

  @Option(help: "words, vectors or both, fused by rank.")
  var by = SearchRequest.Method.both

  @Option(
    help: """
      How much a place among the vectors counts beside one among the words, 0 to 10. (default: 1, for the course's \
      encoder less)
      """)
  var vectorWeight: Double?

  @Option(help: "How many results.")
  var count = 10

  @Option(help: ArgumentHelp("In this document, or this folder of documents; can be given again.", valueName: "file"))
  var file: [String] = []

  @Option(help: ArgumentHelp("On these pages, as 3 or 2-5.", valueName: "pages"))
  var pages: PageRange?

  @Option(
    help: "Leaves out what only its vector found, with a cosine below this, -1 to 1. (default: no limit)",
    transform: { text in
      guard let number = Float(text), (-1...1).contains(number) else {
        throw ValidationError("--least-similarity is a cosine, -1 to 1; it cannot be \(text.quoted)")
      }
      return number
    })
  var leastSimilarity: Float?

  @Flag(help: "Reads the sentences of the best results once more, and puts the best sentence first.")
  var rerank = false

  @Option(help: "How much results shall differ from each other, 0 to 1.")
  var diversity = 0.0

  @Flag(help: "Compares all vectors, without the index.")
  var exact = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if !(1...1000).contains(count) { throw ValidationError("--count \(count) is out of range: 1 to 1000") }
    if let vectorWeight, !(0...10).contains(vectorWeight) {
      throw ValidationError("--vector-weight \(vectorWeight) is out of range: 0 to 10")
    }
    if !(0...1).contains(diversity) { throw ValidationError("--diversity \(diversity) is out of range: 0 to 1") }
  }

  var request: SearchRequest {
    var request = SearchRequest()
    request.method = by
    request.count = count
    request.vectorWeight = vectorWeight
    request.files = file.isEmpty ? nil : file
    request.pages = pages?.range
    if let leastSimilarity { request.leastSimilarity = leastSimilarity }
    request.ranksSentences = rerank
    request.diversity = diversity
    request.isExact = exact
    return request
  }

  private struct SearchJSON: Encodable {
    struct Result: Encodable {
      var file: String
      var page: Int
      var start: Int
      var end: Int
      var score: Double
      var text: String
      var sentence: String
      var words: Int?
      var vectors: Int?
    }
    var results: [Result]
  }

  func run() throws {
    let database = database.value
    let embedder: (any TextEmbedder)?
    do { embedder = by == .words ? nil : try EmbedderChoice.suiting(database).load() } catch let failure as UsageFailure
    {
      throw UsageFailure("\(failure.message). Without it: --by words")
    }
    let hits = try database.search(text, request, embedder: embedder)
    switch format {
    case .json:
      let results = hits.map { hit in
        SearchJSON.Result(
          file: hit.chunk.evidence.file, page: hit.chunk.evidence.page, start: hit.chunk.evidence.start,
          end: hit.chunk.evidence.end, score: hit.score, text: hit.chunk.text, sentence: hit.sentenceText,
          words: hit.words?.place, vectors: hit.vectors?.place)
      }
      StandardOutput.write(try ListFormat.line(SearchJSON(results: results)))
    case .text:
      let options = drawing.text()
      StandardOutput.write(HitPicture(hits, options: options).lines.encoded(options))
    }
  }
}

extension SearchRequest.Method: ExpressibleByArgument {}

/// `--pages`
struct PageRange: ExpressibleByArgument {
  let range: ClosedRange<Int>

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1], first >= 1,
      first <= last
    else { return nil }
    range = first...last
  }
}
