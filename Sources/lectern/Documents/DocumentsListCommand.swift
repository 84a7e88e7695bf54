// `lectern documents list` and `lectern documents remove`.
import ArgumentParser
import Foundation
import LessonDocuments
import Rendering
import Retrieval
import StepRecords

struct DocumentsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the documents of the database.")

  @OptionGroup var database: DatabaseArgument

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  private struct ListJSON: Encodable {
    struct Document: Encodable {
      var file: String
      var pages: Int
      var chunks: Int
    }
    var documents: [Document]
  }

  func run() throws {
    let database = database.value
    let documents = try database.documents()
    switch format {
    case .json:
      StandardOutput.write(
        try ListFormat.line(
          ListJSON(documents: documents.map { .init(file: $0.file, pages: $0.pages, chunks: $0.chunks) })))
    case .text:
      let options = drawing.text()
      if !documents.isEmpty {
        let table = TableRecord(
          columns: ["document", "pages", "chunks"],
          rows: documents.map { [$0.file.harmless, "\($0.pages)", "\($0.chunks)"] })
        StandardOutput.write(
          RecordPicture.lines(for: Record(name: "documents", content: .table(table)), options: options).encoded(options)
        )
      }
      let vectors = try database.embedder().map { "vectors of \($0)" } ?? "without vectors"
      let others = try database.collections().filter { $0 != database.collection }
      let lines =
        ["\(documents.count) document\(documents.count == 1 ? "" : "s") in \(database.collection.quoted), \(vectors)"]
        + (others.isEmpty ? [] : ["other collections: \(others.map(\.harmless).joined(separator: ", "))"])
      for line in lines {
        StandardOutput.write(StyledLine(line, TextStyle(dim: true)).wrapped(to: options.width).encoded(options))
      }
    }
  }
}

struct DocumentsRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forgets documents: text, words and vectors.",
    discussion: "The files themselves stay where they are.")

  @Argument(help: "Documents as they were added, or folders of them.")
  var files: [String]

  @OptionGroup var database: DatabaseArgument

  @Option(help: "text or json.")
  var format = ListFormat.text

  private struct RemoveJSON: Encodable {
    struct Failure: Encodable {
      var file: String
      var reason: String
    }
    var removed: [String]
    var failed: [Failure]
  }

  func run() throws {
    signal(SIGXFSZ, SIG_IGN)
    let database = database.value
    let (removed, unknown) = try database.remove(files)
    let failed = try unknown.map { file in
      let nearest = try database.nearestDocument(to: file).map { "; the nearest is \($0.quoted)" } ?? ""
      return RemoveJSON.Failure(file: file, reason: "no such document was added\(nearest)")
    }
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(RemoveJSON(removed: removed, failed: failed)))
    case .text:
      for file in removed { StandardOutput.write("- \(file.harmless)\n") }
      for failure in failed { StandardError.write("lectern: \(failure.file.harmless): \(failure.reason)\n") }
      StandardOutput.write("\(removed.count) forgotten\n")
    }
    if !failed.isEmpty { throw WorkFailed() }
  }
}
