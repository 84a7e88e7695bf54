// Every picture of a record as a terminal shows it.
import Rendering
import StepRecords
import Testing

@Suite("Pictures")
struct PictureSnapshotTests {
  /// A file of the Snapshots folder and what is drawn in it, one below the other.
  struct Sheet: CustomTestStringConvertible, Sendable {
    var name: String
    var records: [Record]
    var testDescription: String { name }
  }

  static let sheets = [
    Sheet(
      name: "values", records: [Samples.number, Samples.bare, Samples.longValue, Samples.manyLines, Samples.repeated]),
    Sheet(
      name: "tensors",
      records: [
        Samples.scalar, Samples.vector, Samples.counts, Samples.matrix, Samples.mixed, Samples.cube, Samples.large,
        Samples.empty, Samples.lying,
      ]),
    Sheet(name: "heat-maps", records: [Samples.labelledMap, Samples.signedMap, Samples.wideMap]),
    Sheet(name: "attention", records: [Samples.oneHead, Samples.causal, Samples.translation, Samples.longLabels]),
    Sheet(name: "attention-many-heads", records: [Samples.fourHeads]),
    Sheet(name: "attention-many-tokens", records: [Samples.manyTokens]),
    Sheet(
      name: "series", records: [Samples.shortSeries, Samples.lossSeries, Samples.brokenSeries, Samples.flatSeries]),
    Sheet(name: "tables", records: [Samples.resultsTable, Samples.textTable]),
    Sheet(name: "distributions", records: [Samples.nextToken]),
    Sheet(name: "charts", records: [Samples.curves, Samples.points]),
    Sheet(name: "text", records: [Samples.printed, Samples.complaint, Samples.hostileText, Samples.drawing]),
  ]

  @Test("is said as recorded, in words", arguments: sheets)
  func words(_ sheet: Sheet) throws {
    let options = TextOptions(plain: true)
    let text = sheet.records.map { RecordPicture.lines(for: $0, options: options).encoded(options) + "\n" }
    try Snapshots.expect(text.joined(), named: sheet.name + "-words.txt")
  }

  static let colored = ["tensors", "heat-maps", "attention", "series", "distributions", "charts", "text"]

  @Test("is drawn as recorded, without colours", arguments: sheets)
  func plain(_ sheet: Sheet) throws {
    let text = TextOptions.plainLooks.map { look in
      "== \(look.name)\n\n"
        + sheet.records.map { RecordPicture.lines(for: $0, options: look.options).encoded(look.options) + "\n" }
        .joined()
    }
    try Snapshots.expect(text.joined(), named: sheet.name + ".txt")
  }

  @Test("is drawn as recorded, in colours", arguments: sheets.filter { colored.contains($0.name) })
  func colors(_ sheet: Sheet) throws {
    let text = TextOptions.coloredLooks.map { look in
      "== \(look.name)\n\n"
        + sheet.records.map { RecordPicture.lines(for: $0, options: look.options).encoded(look.options) + "\n" }
        .joined()
    }
    try Snapshots.expect(text.joined().withVisibleEscapes, named: sheet.name + "-colors.txt")
  }
}
