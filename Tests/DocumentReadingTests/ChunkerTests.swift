// Documents cut into pieces.
import DocumentReading
import Testing

struct ChunkerTests {
  /// Pages of headings and paragraphs of sentences, a few of them long.
  private func document(seed: UInt64, pages: Int = 3) -> SourceDocument {
    var random = SeededRandom(seed: seed)
    let made = (1...pages).map { number -> DocumentPage in
      var text = ""
      var blocks: [TextBlock] = []
      for _ in 0..<8 {
        let isHeading = random.next(below: 4) == 0
        let sentences = (0..<(isHeading ? 1 : 1 + random.next(below: 5))).map { _ in
          let words = (0..<(2 + random.next(below: random.next(below: 9) == 0 ? 60 : 12))).map { _ in "wörd" }
          return "A" + words.joined(separator: " ") + (isHeading ? "" : ".")
        }
        if !text.isEmpty { text += "\n\n" }
        let start = text.unicodeScalars.count
        text += sentences.joined(separator: " ")
        blocks.append(
          TextBlock(
            isHeading ? .heading(level: 1 + random.next(below: 2)) : .paragraph, start..<text.unicodeScalars.count))
      }
      return DocumentPage(number: number, text: text, blocks: blocks)
    }
    return SourceDocument(file: "x.md", sha256: "", format: .markdown, pages: made)
  }

  @Test(
    "chunks are exactly what their evidence names, hold every visible character, and keep to size and overlap",
    arguments: [(700, 200), (120, 40), (60, 59), (30, 0), (1, 0)])
  func properties(size: Int, overlap: Int) throws {
    for seed in 0..<20 as Range<UInt64> {
      let document = document(seed: seed)
      let chunks = Chunker(size: size, overlap: overlap).chunks(of: document)
      for page in document.pages {
        let text = ScalarText(page.text)
        let sentences = SentenceSplitter.sentences(of: page)
        let own = chunks.filter { $0.evidence.page == page.number }
        var end = 0
        var start = -1
        for chunk in own {
          let range = chunk.evidence.range
          #expect(chunk.text == text[range] && chunk.evidence.file == "x.md")
          #expect(range.count <= size || sentences.contains(range), "\(range)")
          #expect(sentences.contains { $0.lowerBound == range.lowerBound })
          #expect(sentences.contains { $0.upperBound == range.upperBound })
          #expect(range.lowerBound > start && range.upperBound > end && end - range.lowerBound <= overlap)
          // Nothing visible between two chunks.
          if range.lowerBound > end { #expect(text.trimmed(end..<range.lowerBound) == nil) }
          (start, end) = (range.lowerBound, range.upperBound)
        }
        #expect(text.trimmed(end..<text.count) == nil)
      }
    }
  }

  @Test("the last sentence of a chunk begins the next one if the overlap has room for it and the next sentence")
  func overlap() {
    let sentences = ["The first ferry leaves at 8.30.", "Dogs travel free.", "Bicycles cost a crown.", "Bags do not."]
    let page = DocumentPage(number: 1, text: sentences.joined(separator: " "), blocks: [])
    let chunks = Chunker(size: 52, overlap: 20).chunks(of: page, file: "x")
    #expect(
      chunks.map(\.text) == [
        "The first ferry leaves at 8.30. Dogs travel free.", "Dogs travel free. Bicycles cost a crown.", "Bags do not.",
      ])
    let without = Chunker(size: 52, overlap: 0).chunks(of: page, file: "x")
    #expect(
      without.map(\.text) == [
        "The first ferry leaves at 8.30. Dogs travel free.", "Bicycles cost a crown. Bags do not.",
      ])
  }

  @Test("a chunk ends with a paragraph if that leaves it half full, and else with a sentence")
  func paragraphs() {
    let text = "One is here. Two is here.\n\nThree is here. Four is here."
    let page = DocumentPage(
      number: 1, text: text, blocks: [TextBlock(.paragraph, 0..<25), TextBlock(.paragraph, 27..<text.count)])
    #expect(
      Chunker(size: 45, overlap: 0).chunks(of: page, file: "x").map(\.text) == [
        "One is here. Two is here.", "Three is here. Four is here.",
      ])
    #expect(Chunker(size: 54, overlap: 0).chunks(of: page, file: "x").count == 2)
    #expect(Chunker(size: 60, overlap: 0).chunks(of: page, file: "x").count == 1)
  }

  @Test("a chunk knows the headings above it, also those of the pages before, and holds one section")
  func headings() {
    let first = "Handbook\n\nFares\n\nA single costs four.\n\nDogs\n\nDogs are free."
    let pages = [
      DocumentPage(
        number: 1, text: first,
        blocks: [
          TextBlock(.heading(level: 1), 0..<8), TextBlock(.heading(level: 2), 10..<15), TextBlock(.paragraph, 17..<37),
          TextBlock(.heading(level: 2), 39..<43), TextBlock(.paragraph, 45..<59),
        ]), DocumentPage(number: 2, text: "Cats are not.", blocks: []),
    ]
    let document = SourceDocument(file: "x", sha256: "", format: .pdf, pages: pages)
    let chunks = Chunker().chunks(of: document)
    #expect(chunks.map(\.headings) == [["Handbook", "Fares"], ["Handbook", "Dogs"], ["Handbook", "Dogs"]])
    #expect(
      chunks.map(\.text) == ["Handbook\n\nFares\n\nA single costs four.", "Dogs\n\nDogs are free.", "Cats are not."])
    #expect(chunks.map(\.evidence.page) == [1, 1, 2])
  }

  @Test("what is printed at the top of each page is no chunk of its own")
  func runningTitle() {
    let text = "Harbour Lines · Report\n\nFares\n\nA single costs four."
    let page = DocumentPage(
      number: 1, text: text,
      blocks: [
        TextBlock(.paragraph, 0..<22), TextBlock(.heading(level: 1), 24..<29), TextBlock(.paragraph, 31..<51),
      ])
    let chunks = Chunker().chunks(of: page, file: "x")
    #expect(chunks.map(\.text) == [text] && chunks.map(\.headings) == [["Fares"]])
  }

  @Test("sizes may be counted in tokens, and no chunk has more than were asked for")
  func tokens() {
    // One more for each text, so that two together have fewer than their sum.
    let count = { @Sendable (text: String) in text.split(separator: " ").count + 1 }
    let chunks = Chunker(size: 40, overlap: 10, countingTokens: count).chunks(of: document(seed: 3))
    #expect(chunks.count > 3)
    for chunk in chunks {
      #expect(count(chunk.text) <= 40 || SentenceSplitter.sentences(in: chunk.text).count == 1)
    }
  }
}
