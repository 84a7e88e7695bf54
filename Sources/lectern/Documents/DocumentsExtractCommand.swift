// `lectern documents extract`: fields of documents as a table, each row with the sentence it is from.
import ArgumentParser
import Foundation
import LessonDocuments
import Rendering
import Retrieval

struct DocumentsExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Lists dates, amounts, names or what a pattern finds, with their sentences.",
    discussion: """
      Fields: \(HeldFact.Kind.allCases.map(\.rawValue).joined(separator: ", ")). A row is a sentence that holds all of \
      the fields asked for.
      """)

  @Argument(help: "Fields.")
  var fields: [FieldName] = []

  @OptionGroup var database: DatabaseArgument

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A field of its own: a regular expression, or its first group; can be given again.", valueName: "regex"))
  var pattern: [String] = []

  @Option(help: ArgumentHelp("In this document, or this folder of documents; can be given again.", valueName: "file"))
  var file: [String] = []

  @Option(help: ArgumentHelp("Only sentences that hold these words.", valueName: "text"))
  var about: String?

  @Flag(help: "Sentences that hold one of the fields are enough.")
  var any = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if fields.isEmpty, pattern.isEmpty {
      throw ValidationError("name a field, such as money, or give a --pattern")
    }
  }

  private struct RowsJSON: Encodable {
    struct Row: Encodable {
      var file: String
      var page: Int
      var start: Int
      var end: Int
      var values: [String: [String]]
      var sentence: String
    }
    var rows: [Row]
  }

  func run() throws {
    let fields = self.fields.map { ExtractedField.fact($0.kind) } + pattern.map(ExtractedField.pattern)
    let rows: [ExtractedRow]
    do {
      rows = try database.value.extract(fields, from: file.isEmpty ? nil : file, about: about, needsAll: !any)
    } catch let error as PatternError { throw UsageFailure("\(error)") }
    switch format {
    case .json:
      let names = fields.map(\.name)
      let found = rows.map { row in
        let evidence = row.citation.evidence
        return RowsJSON.Row(
          file: evidence.file, page: evidence.page, start: evidence.start, end: evidence.end,
          values: Dictionary(zip(names, row.values), uniquingKeysWith: { $0 + $1 }), sentence: row.citation.sentence)
      }
      StandardOutput.write(try ListFormat.line(RowsJSON(rows: found)))
    case .text:
      let options = drawing.text()
      StandardOutput.write(lines(rows, options).encoded(options))
    }
  }

  /// By document: what was found, and below it its sentence.
  private func lines(_ rows: [ExtractedRow], _ options: TextOptions) -> [StyledLine] {
    guard !rows.isEmpty else { return [StyledLine("nothing found")] }
    let quiet = TextStyle(dim: true)
    var lines: [StyledLine] = []
    var file: String?
    for row in rows {
      if row.citation.evidence.file != file {
        file = row.citation.evidence.file
        if !lines.isEmpty { lines.append(StyledLine()) }
        lines += StyledLine((file ?? "").harmless, TextStyle(bold: true)).wrapped(to: options.width)
      }
      let values = row.values.map { $0.map(\.harmlessWhole).joined(separator: ", ") }.filter { !$0.isEmpty }
      var line = StyledLine("  \(values.joined(separator: options.ascii ? " | " : " │ "))", TextStyle(bold: true))
      line.append("  page \(row.citation.evidence.page)", quiet)
      lines += line.wrapped(to: options.width, indent: 4)
      lines += StyledLine(row.citation.sentence.harmlessWhole, quiet).wrapped(to: options.width - 4)
        .map { StyledLine("    ") + $0 }
    }
    return lines + [StyledLine(), StyledLine("\(rows.count) row\(rows.count == 1 ? "" : "s")", quiet)]
  }
}

/// A field as it is named on the command line.
struct FieldName: ExpressibleByArgument {
  let kind: HeldFact.Kind

  init?(argument: String) {
    guard let kind = HeldFact.Kind(rawValue: argument) else { return nil }
    self.kind = kind
  }

  static var allValueStrings: [String] { HeldFact.Kind.allCases.map(\.rawValue) }
}
