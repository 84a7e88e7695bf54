// The picture of the cuts.
import DocumentReading
import Testing

struct CutPictureTests {
  private let page = DocumentPage(
    number: 1, text: "Fares\n\nA single costs four crowns. Dogs travel free.\nBicycles cost a crown.",
    blocks: [TextBlock(.heading(level: 1), 0..<5), TextBlock(.paragraph, 7..<75)])

  private var chunks: [Chunk] { Chunker(size: 60, overlap: 20).chunks(of: page, file: "x") }

  @Test("each chunk has a rule from its first line to its last; where two overlap there are two")
  func picture() {
    #expect(
      CutPicture(of: page, chunks: chunks).lines().joined(separator: "\n") == """
        ┌  chunk 1, characters 0 to 52: Fares
        │  Fares
        │
        │  A single costs four crowns.
        │┌ chunk 2, characters 35 to 75: Fares
        ││ Dogs travel free.
        └│
         │ Bicycles cost a crown.
         └
        """)
  }

  @Test("the picture is drawn in ASCII if it must be, and is never wider than was asked for")
  func width() {
    for width in [20, 33, 80] {
      let lines = CutPicture(of: page, chunks: chunks).lines(width: width, ascii: true)
      #expect(lines.allSatisfy { $0.count <= width && $0.allSatisfy(\.isASCII) }, "\(lines)")
      #expect(lines.first?.first == "+")
    }
  }

  @Test("chunks of other pages are counted and not drawn; a page without chunks is its text")
  func others() {
    let other = Chunk(text: "x", evidence: Evidence(file: "x", page: 2, start: 0, end: 1))
    let lines = CutPicture(of: page, chunks: [other] + chunks).lines()
    #expect(lines[0].contains("chunk 2"))
    #expect(CutPicture(of: page, chunks: []).lines().count == 4)
  }
}
