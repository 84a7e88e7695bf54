// `lectern documents add`: files and folders into the database.
import ArgumentParser
import DocumentReading
import Foundation
import LessonDocuments
import Rendering
import Retrieval
import StepRecords
import SystemTools

struct DocumentsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Reads files and folders into the database.",
    discussion: """
      A file that was added before is skipped, and replaced if it has changed since. Each document is written whole or \
      not at all: stop it whenever you like, and add again.
      """)

  @Argument(help: "Files and folders: \(DocumentFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var files: [String]

  @OptionGroup var database: DatabaseArgument

  @Option(
    help: """
      What makes vectors of the texts: minilm, course or none. (default: what the collection began with; for a new one \
      minilm if it is installed, else the course's encoder)
      """)
  var vectors: EmbedderChoice?

  @Flag(help: "Forgets documents of the folders whose files are gone.")
  var forgetMissing = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    // A limit on the size of files shall be an error like a full disk, and not the end.
    signal(SIGXFSZ, SIG_IGN)
    let database = database.value
    let start = ContinuousClock.now
    let embedder = try (vectors ?? EmbedderChoice.suiting(database)).load()
    let found = DocumentFiles.find(files)
    var progress = ProgressDisplay(options: drawing.text(isTerminal: StandardError.isTerminal))
    var vectorsBegan = start
    var report = try database.add(found.files, embedder: embedder) { state in
      switch state {
      case .files(let done, let report):
        progress.show(
          ProgressRecord(
            done: done, total: found.files.count, metrics: ["pages": Double(report.pages)],
            seconds: (ContinuousClock.now - start).seconds),
          name: "files")
        vectorsBegan = .now
      case .vectors(let file, let done, let chunks):
        progress.show(
          ProgressRecord(
            done: done, total: chunks, metrics: [:], seconds: (ContinuousClock.now - vectorsBegan).seconds),
          name: file.split(separator: "/").last.map(String.init) ?? file)
      }
    }
    progress.end()
    report.failed =
      found.failures.map { AddReport.Failure(file: $0.file, reason: $0.error.description) } + report.failed
    let missing = try database.missingFiles(in: files)
    if forgetMissing, !missing.isEmpty { _ = try database.remove(missing.map(\.path)) }
    _ = try database.makeIndexIfNeeded()
    switch format {
    case .json:
      StandardOutput.write(
        try ListFormat.line(
          AddJSON(report, forgotten: forgetMissing ? missing.map(\.file) : [])))
    case .text:
      let seconds = (ContinuousClock.now - start).seconds
      AddText(options: drawing.text(), database: database, embedder: embedder?.identity, seconds: seconds)
        .write(report, passedOver: found.passedOver, missing: missing.map(\.file), areForgotten: forgetMissing)
    }
    if !report.failed.isEmpty { throw WorkFailed() }
  }
}

/// The JSON of `documents add`.
private struct AddJSON: Encodable {
  struct Failure: Encodable {
    var file: String
    var reason: String
  }
  var added: [String]
  var replaced: [String]
  var skipped: [String]
  var failed: [Failure]
  var forgotten: [String]

  init(_ report: AddReport, forgotten: [String]) {
    (added, replaced, skipped) = (report.added, report.replaced, report.skipped)
    failed = report.failed.map { Failure(file: $0.file, reason: $0.reason) }
    self.forgotten = forgotten
  }
}

/// What was added, for people.
private struct AddText {
  let options: TextOptions
  let database: DocumentDatabase
  let embedder: String?
  let seconds: Double

  private static let mostNames = 20

  func write(_ report: AddReport, passedOver: [String], missing: [String], areForgotten: Bool) {
    list("+", report.added, "added")
    list("~", report.replaced, "replaced")
    list("-", areForgotten ? missing : [], "forgotten")
    for failure in report.failed {
      line("! \(failure.file.harmless): \(failure.reason)", TextStyle(bold: true))
    }
    var parts = [
      count(report.added.count, "added"), count(report.replaced.count, "replaced"),
      count(report.skipped.count, "unchanged"), count(report.failed.count, "failed"),
    ].compactMap { $0 }
    if parts.isEmpty { parts = ["nothing to add"] }
    line(parts.joined(separator: ", "))
    if report.chunks > 0 {
      let rate = (seconds * 10).rounded() / 10
      line(
        "\(report.pages) page\(report.pages == 1 ? "" : "s"), \(report.chunks) chunk\(report.chunks == 1 ? "" : "s"), "
          + (embedder.map { "vectors of \($0)" } ?? "without vectors") + ", in \(rate) s", TextStyle(dim: true))
    }
    if !passedOver.isEmpty {
      line(
        "\(passedOver.count) file\(passedOver.count == 1 ? "" : "s") of other kinds passed over", TextStyle(dim: true))
    }
    if !missing.isEmpty, !areForgotten {
      line(
        "\(missing.count) document\(missing.count == 1 ? "" : "s") of these folders no longer on disk; "
          + "--forget-missing forgets them", TextStyle(dim: true))
    }
  }

  private func count(_ number: Int, _ what: String) -> String? { number == 0 ? nil : "\(number) \(what)" }

  private func list(_ sign: String, _ files: [String], _ what: String) {
    for file in files.prefix(Self.mostNames) { line("\(sign) \(file.harmless)") }
    if files.count > Self.mostNames { line("\(sign) … and \(files.count - Self.mostNames) more \(what)") }
  }

  private func line(_ text: String, _ style: TextStyle = TextStyle()) {
    StandardOutput.write(StyledLine(text, style).wrapped(to: options.width, indent: 2).encoded(options))
  }
}
