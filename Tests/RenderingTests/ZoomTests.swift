// Records looked at closely: every value to be found by its indices, one head, one query.
import StepRecords
import Testing

@testable import Rendering

@Suite("A closer look")
struct ZoomTests {
  private static let long = Record(name: "logits", content: .tensor(Samples.tensor([37], Samples.noise(37, seed: 6))))
  private static let wide = Record(
    name: "hidden", content: .tensor(Samples.tensor([3, 40], Samples.noise(120, seed: 7))))

  private struct Sheet {
    var name: String
    var looks: [(record: Record, part: ZoomPart)]
  }

  private static let sheets = [
    Sheet(
      name: "zoom-tensors",
      looks: [
        (long, .whole), (wide, .whole), (Samples.cube, .whole), (Samples.cube, .head(1)),
        (Samples.cube, .row(head: 2, 3)), (Samples.large, .head(511)), (Samples.labelledMap, .whole),
        (Samples.signedMap, .whole),
      ]),
    Sheet(
      name: "zoom-attention",
      looks: [
        (Samples.oneHead, .head(0)), (Samples.fourHeads, .head(1)), (Samples.fourHeads, .row(head: 2, 6)),
        (Samples.translation, .row(head: nil, 2)), (Samples.manyTokens, .row(head: nil, 12)),
      ]),
    Sheet(
      name: "zoom-others",
      looks: [
        (Samples.nextToken, .whole), (Samples.textTable, .whole), (Samples.shortSeries, .whole),
        (Samples.manyLines, .whole),
      ]),
    Sheet(
      name: "zoom-missing",
      looks: [
        (Samples.fourHeads, .head(4)), (Samples.fourHeads, .row(head: nil, 11)), (Samples.oneHead, .head(1)),
        (Samples.cube, .head(3)), (Samples.cube, .row(head: 0, 9)), (Samples.scalar, .head(0)),
        (Samples.large, .head(100)), (Samples.nextToken, .head(0)),
      ]),
  ]

  @Test("is drawn and said as recorded", arguments: sheets.indices)
  func pictures(_ index: Int) throws {
    let sheet = Self.sheets[index]
    let looks = [("60 columns", TextOptions(width: 60))] + TextOptions.plainLooks + TextOptions.words
    let text = looks.map { look in
      "== \(look.0)\n\n"
        + sheet.looks.map { ZoomPicture.lines(for: $0.record, part: $0.part, options: look.1).encoded(look.1) + "\n" }
        .joined()
    }
    try Snapshots.expect(text.joined(), named: sheet.name + ".txt")
  }

  @Test("one head has the colours of its map")
  func colors() throws {
    let text = TextOptions.coloredLooks.map { look in
      "== \(look.name)\n\n"
        + ZoomPicture.lines(for: Samples.fourHeads, part: .head(1), options: look.options).encoded(look.options)
    }
    try Snapshots.expect(text.joined().withVisibleEscapes, named: "zoom-attention-colors.txt")
  }

  @Test("shows each value of a tensor once, at any width", arguments: [20, 60, 300])
  func everyValue(_ width: Int) {
    // Numbers that are no indices.
    let values = (0..<(7 * 50)).map { Float(1000 + $0) }
    for shape in [[350], [7, 50], [2, 35, 5]] {
      let record = Record(content: .tensor(TensorRecord(shape: shape, statistics: nil, values: values)))
      let lines = ZoomPicture.lines(for: record, part: .whole, options: TextOptions(width: width))
      let words = lines.flatMap { $0.plainText.split(separator: " ") }.filter { $0.count == 4 && $0.first == "1" }
      #expect(words.compactMap { Float(String($0)) }.sorted() == values, "\(shape)")
    }
  }

  @Test("a query's keys stand by weight, or in their order")
  func order() throws {
    guard case .attention(let record) = Samples.fourHeads.content else { return }
    let byWeight = try #require(AttentionLooks(record, head: 3, query: 6, order: .byWeight))
    #expect(zip(byWeight.keys, byWeight.keys.dropFirst()).allSatisfy { $0.weight >= $1.weight })
    let byPosition = try #require(AttentionLooks(record, head: 3, query: 6, order: .byPosition))
    #expect(byPosition.keys.map(\.index) == Array(0...6))
    #expect(byPosition.masked == 4)
    #expect(AttentionLooks(record, head: 4, query: 0, order: .byWeight) == nil)
  }
}
