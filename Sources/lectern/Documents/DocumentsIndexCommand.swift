// `lectern documents index`: makes the approximate index, and shows what it finds and what it costs.
import ArgumentParser
import Foundation
import LessonDocuments
import Rendering
import Retrieval
import StepRecords

struct DocumentsIndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Sorts the vectors into cells, so that a search compares few of them.",
    discussion: """
      Done by itself from \(DocumentDatabase.indexedFrom) chunks on. A search looks through as many cells as it takes to \
      find 95 % of what comparing all would find, measured with vectors of the collection as questions.
      """)

  @OptionGroup var database: DatabaseArgument

  @Flag(help: "Measures the index that is there.")
  var check = false

  @Option(help: "How many cells. (default: twice the root of the number of chunks)")
  var cells: Int?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if let cells, !(1...100_000).contains(cells) {
      throw ValidationError("--cells \(cells) is out of range: 1 to 100000")
    }
    if check, cells != nil { throw ValidationError("--check measures the index as it is; leave --cells out") }
  }

  private struct IndexJSON: Encodable {
    struct Point: Encodable {
      var cells: Int
      var recall: Double
    }
    var vectors: Int
    var cells: Int
    var searched: Int
    var loose: Int
    var recall: [Point]
  }

  func run() throws {
    let database = database.value
    let report: IndexReport
    if check {
      guard let found = try database.indexReport() else {
        throw UsageFailure(
          "the collection \(database.collection.quoted) has no index; all its vectors are compared. "
            + "Make one: lectern documents index")
      }
      report = found
    } else {
      report = try database.makeIndex(cells: cells)
    }
    // 1, 2, 4, … and the number that searches use.
    let shown = Set(
      sequence(first: 1, next: { $0 * 2 }).prefix { $0 <= report.cells } + [report.searched, report.cells]
    ).sorted()
    switch format {
    case .json:
      StandardOutput.write(
        try ListFormat.line(
          IndexJSON(
            vectors: report.vectors, cells: report.cells, searched: report.searched, loose: report.loose,
            recall: shown.map { .init(cells: $0, recall: report.recall[$0 - 1]) })))
    case .text:
      let options = drawing.text()
      let numbers = NumberText(options)
      let table = TableRecord(
        columns: ["cells searched", "of the vectors", "found of the ten nearest", ""],
        rows: shown.map { cells in
          [
            "\(cells)", numbers.fixed(Double(cells) / Double(report.cells) * 100, decimals: 1) + " %",
            numbers.fixed(report.recall[cells - 1] * 100, decimals: 1) + " %",
            cells == report.searched ? "a search" : cells == report.cells ? "all" : "",
          ]
        })
      StandardOutput.write(
        RecordPicture.lines(for: Record(name: "index", content: .table(table)), options: options).encoded(options))
      StandardOutput.write(
        "\(report.vectors) vectors in \(report.cells) cells"
          + (report.loose > 0 ? ", \(report.loose) in none yet, which are always compared" : "") + "\n")
    }
  }
}
