// `lectern data review`: rows looked at one by one, and what was decided.
import ArgumentParser
import DataPreparation
import Foundation
import Grading
import LessonDocuments
import Rendering

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Looks at training rows one by one: keep, drop, edit.",
    discussion: """
      Each decision is written at once to review.jsonl beside the rows. It belongs to what a row says, so it still holds \
      when the rows are made again. When the review is done, --apply writes the rows that stay. Reviewers who worked \
      apart are joined with --with; rows on which they disagree are left out and named.
      """)

  @Argument(help: ArgumentHelp("A folder that data prepare wrote, or a file of rows.", valueName: "folder-or-file"))
  var path: String

  @Flag(help: "Writes the reviewed rows instead of asking.")
  var apply = false

  @Flag(help: "Shows what has been decided instead of asking.")
  var log = false

  @Option(help: ArgumentHelp("Where --apply writes. (default: reviewed.jsonl beside the rows)", valueName: "file"))
  var out: String?

  @Flag(help: "With --apply: leaves out rows that nobody looked at.")
  var onlyReviewed = false

  @Option(name: .customLong("with"), help: ArgumentHelp("Another reviewer's log.", valueName: "review.jsonl"))
  var others: [String] = []

  @Option(help: "Whose decisions these are. (default: your user name)")
  var reviewer: String?

  @Option(help: "text or json (of --apply and --log).")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if apply && log { throw ValidationError("--apply and --log exclude each other") }
    if !apply, out != nil || onlyReviewed { throw ValidationError("--out and --only-reviewed belong to --apply") }
    if !apply && !log && !others.isEmpty { throw ValidationError("--with belongs to --apply and --log") }
    if reviewer?.isEmpty == true { throw ValidationError("--reviewer needs a name") }
  }

  func run() throws {
    let place = ReviewPlace(path)
    let file = try read { () throws(RowError) in try RowFile.read(place.rows) }
    for problem in file.problems { StandardError.write("\(problem.description.harmlessLines)\n") }
    guard !file.rows.isEmpty else { throw UsageFailure("\(place.rows.harmless) holds no row that could be reviewed") }
    var decisions = try read { () throws(RowError) in try ReviewLog.read(place.log) }
    for other in others {
      guard access(other, F_OK) == 0 else { throw UsageFailure("cannot read \(other.harmless): no such file") }
      decisions = try decisions.merged(with: read { () throws(RowError) in try ReviewLog.read(other) })
    }
    for problem in decisions.problems { StandardError.write("\(problem.description.harmlessLines)\n") }
    if apply || log {
      let reviewed = ReviewedRows(file.rows, log: decisions, onlyReviewed: onlyReviewed)
      let target = apply ? out ?? place.reviewed : nil
      if let target { try write(reviewed.rows, to: target, but: place.rows) }
      let report = ReviewReport(reviewed, decisions, file: target)
      switch format {
      case .json: StandardOutput.write(try ListFormat.line(report))
      case .text: StandardOutput.write(report.lines(drawing.text()).encoded(drawing.text()))
      }
    } else {
      guard Terminal.isInteractive else {
        throw UsageFailure(
          "reviewing needs a terminal to ask in; --log shows what has been decided, --apply writes the reviewed rows")
      }
      let name = reviewer ?? ProcessInfo.processInfo.environment["USER"].flatMap { $0.isEmpty ? nil : $0 } ?? "reviewer"
      let session = try ReviewSession(
        rows: file.rows, log: decisions, place: place, reviewer: name, drawing: drawing, interrupt: Interrupt())
      try session.run()
    }
    if !file.problems.isEmpty || !decisions.problems.isEmpty { throw WorkFailed() }
  }

  private func read<Value>(_ body: () throws(RowError) -> Value) throws -> Value {
    do { return try body() } catch { throw UsageFailure(error.description) }
  }

  private func write(_ rows: [TrainingRow], to target: String, but source: String) throws {
    guard
      URL(fileURLWithPath: target).resolvingSymlinksInPath() != URL(fileURLWithPath: source).resolvingSymlinksInPath()
    else {
      throw UsageFailure("--out \(target.harmless) is the file of the rows themselves; name another one")
    }
    let text = target.lowercased().hasSuffix(".csv") ? RowWriter.csv(rows) : RowWriter.jsonLines(rows)
    try DataOutput.write(text, to: target)
  }
}

/// Where the rows of a review and its log are.
struct ReviewPlace {
  let rows: String
  let log: String
  let reviewed: String
  let folder: String

  init(_ path: String) {
    let isFolder = WholeFile.isFolder(path)
    let prefix = path.hasSuffix("/") ? path : path + "/"
    let rows = isFolder ? prefix + "rows.jsonl" : path
    let parent = rows.lastIndex(of: "/").map { String(rows[...$0]) } ?? ""
    self.rows = rows
    folder = parent
    log = parent + "review.jsonl"
    reviewed = parent + "reviewed.jsonl"
  }
}

/// Files that `lectern data` writes.
enum DataOutput {
  static func write(_ text: String, to path: String) throws {
    if path == "-" { return StandardOutput.write(text) }
    if WholeFile.isFolder(path) { throw UsageFailure("--out \(path.harmless) is a folder; name a file") }
    do throws(FileFailure) { try WholeFile.replace(path, with: Array(text.utf8)) } catch {
      throw ExportFailure(path: path, code: error.code)
    }
  }
}

extension String {
  /// A sentence that may quote a file's name, without what a terminal obeys; not shortened.
  var harmlessLines: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }
}
