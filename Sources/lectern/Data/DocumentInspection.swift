// What `lectern data inspect` found out, as a value and as JSON.
import DocumentReading

struct DocumentInspection {
  struct Page {
    var page: DocumentPage
    var sentences: [Range<Int>]
    /// Of the document's chunks, those that stand on this page.
    var chunkCount: Int
  }

  let document: SourceDocument
  /// All, or the one that was asked for.
  let pages: [Page]
  /// Of all pages, so that their numbers do not depend on what is shown.
  let chunks: [Chunk]
  let chunker: Chunker

  init(_ document: SourceDocument, only number: Int?, chunker: Chunker) {
    self.document = document
    self.chunker = chunker
    chunks = chunker.chunks(of: document)
    let counts = Dictionary(chunks.map { ($0.evidence.page, 1) }, uniquingKeysWith: +)
    pages = document.pages.filter { number == nil || $0.number == number }.map { page in
      Page(page: page, sentences: SentenceSplitter.sentences(of: page), chunkCount: counts[page.number] ?? 0)
    }
  }
}

/// The JSON of `data inspect`; with `--page` only that page's.
struct InspectionJSON: Encodable {
  struct Page: Encodable {
    var page: Int
    var characters: Int
    var text: String
    var blocks: [Block]
    var sentences: [Place]
  }

  struct Block: Encodable {
    var kind: String
    /// Of a heading, from 1.
    var level: Int?
    var start: Int
    var end: Int

    init(_ block: TextBlock) {
      kind = block.kind.name
      if case .heading(let level) = block.kind { self.level = level }
      start = block.range.lowerBound
      end = block.range.upperBound
    }
  }

  struct Place: Encodable {
    var start: Int
    var end: Int
  }

  struct CutChunk: Encodable {
    var text: String
    var headings: [String]
    var evidence: Evidence
  }

  var file: String
  var sha256: String
  var format: String
  var pages: [Page]
  var chunks: [CutChunk]

  init(_ inspection: DocumentInspection) {
    file = inspection.document.file
    sha256 = inspection.document.sha256
    format = inspection.document.format.rawValue
    pages = inspection.pages.map { found in
      Page(
        page: found.page.number, characters: found.page.text.unicodeScalars.count, text: found.page.text,
        blocks: found.page.blocks.map(Block.init),
        sentences: found.sentences.map { Place(start: $0.lowerBound, end: $0.upperBound) })
    }
    let numbers = Set(inspection.pages.map(\.page.number))
    chunks = inspection.chunks.filter { numbers.contains($0.evidence.page) }.map {
      CutChunk(text: $0.text, headings: $0.headings, evidence: $0.evidence)
    }
  }
}

extension TextBlock.Kind {
  /// As it is called in JSON and in tables.
  var name: String {
    switch self {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .listItem: "list item"
    case .tableRow: "table row"
    case .code: "code"
    }
  }
}
