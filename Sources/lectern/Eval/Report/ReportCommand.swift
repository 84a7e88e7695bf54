// `lectern eval report`: folders of results as one page.
import ArgumentParser
import Evaluation
import Foundation
import Grading
import LessonDocuments
import Rendering

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Gathers results in one page: ranks, pictures, calibration, samples, votes.",
    discussion: """
      Results are folders that eval run --out or eval suite --out wrote. --out report.html writes one file that needs \
      nothing else, and report.json beside it; without --out the ranks are drawn here.
      """)

  @Argument(help: ArgumentHelp("Folders of results.", valueName: "folder"))
  var folders: [String]

  @Option(help: ArgumentHelp("The page to write; its name ends in .html.", valueName: "file"))
  var out: String?

  @Option(help: ArgumentHelp("Votes on the models' answers; given again, one more file.", valueName: "votes.jsonl"))
  var votes: [String] = []

  @Option(parsing: .unconditional, help: "Decides what the bootstrap draws, and which samples are shown.")
  var seed = 0

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    guard let out else { return }
    guard out.hasSuffix(".html"), !out.hasSuffix("/.html"), out != ".html" else {
      throw ValidationError("--out \(out) must end in .html, such as report.html; report.json is written beside it")
    }
  }

  func run() throws {
    let results = try ResultFolders.read(folders)
    let (votes, problems) = try self.votes.isEmpty ? ([], 0) : ArenaVotes.read(self.votes)
    let report = EvaluationReport(results, votes: votes, seed: seed)
    if let out {
      try DataOutput.write(try ListFormat.line(report), to: Self.json(out))
      try DataOutput.write(ReportPage(report, seed: seed).source, to: out)
    }
    let options = drawing.text()
    switch (format, out) {
    case (.json, _): StandardOutput.write(try ListFormat.line(report))
    case (.text, let out?):
      let numbers = NumberText(options)
      let line = StyledLine(
        "\(out.harmless) and \(Self.json(out).harmless): \(numbers.counted(report.models.count, "model")), "
          + "\(numbers.counted(report.tasks.count, "task"))")
      StandardOutput.write(line.wrapped(to: options.width).encoded(options))
    case (.text, nil): StandardOutput.write(ReportPicture(report, options: options).lines.encoded(options))
    }
    if problems > 0 { throw WorkFailed() }
  }

  /// `report.json` of `report.html`.
  private static func json(_ page: String) -> String { page.dropLast(".html".count) + ".json" }
}
