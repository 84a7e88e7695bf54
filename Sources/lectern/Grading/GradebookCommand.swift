// `lectern gradebook FOLDER`: the marks of a class, and what else its gradebook knows.
import ArgumentParser
import Grading
import LessonDocuments
import Rendering
import StepRecords

struct GradebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradebook", abstract: "Marks, attempts and misconceptions of a class; changes them, with a trail.",
    subcommands: [
      MarksCommand.self, OverrideCommand.self, CommentCommand.self, ExtendCommand.self, LateCommand.self,
      HistoryCommand.self, MisconceptionsCommand.self,
    ], defaultSubcommand: MarksCommand.self)
}

/// The folder of `lectern grade --out`.
struct GradebookArgument: ParsableArguments {
  @Argument(help: "The folder that lectern grade wrote to.")
  var folder: String

  func open() throws -> Gradebook { try Gradebook(existing: "\(folder)/gradebook.sqlite") }
}

extension GradebookExport: ExpressibleByArgument {}

struct MarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks", abstract: "Prints the table of marks, or writes it out. (default)")

  @OptionGroup var gradebook: GradebookArgument

  @Option(help: "csv, json, gradescope or html; writes files to exports in the folder, and says where.")
  var export: GradebookExport?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let book = try gradebook.open()
    if let export {
      for path in try export.write(book, to: OutputFolder(gradebook.folder)) { StandardOutput.write("wrote \(path)\n") }
      return
    }
    switch format {
    case .json: StandardOutput.write(try GradebookExport.json(of: book))
    case .text:
      let students = try book.marks()
      let rows = students.map { student in
        [student.student] + student.marks.map { $0.state == .notHandedIn ? "" : $0.text }
          + [student.total.text, "\(student.possible)"]
      }
      write(["student"] + (try book.exercises()).map(\.id) + ["total", "of"], rows, name: "marks", drawing)
      for student in students {
        if let refusal = student.refusal { StandardOutput.write("refused \(student.student.quoted): \(refusal)\n") }
      }
      StandardOutput.write("? could not be checked and costs no points; * was set by hand; empty: not handed in\n")
    }
  }
}

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Every attempt of a student, and every change that somebody made.")

  @OptionGroup var gradebook: GradebookArgument

  @Argument(help: "The student.")
  var student: String

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let book = try gradebook.open()
    try book.check(student: student)
    let attempts = try book.attempts(of: student).map {
      [
        $0.gradedAt.local(), $0.exercise, $0.outcome.rawValue, "\($0.earned) of \($0.points)", $0.handedIn.local(),
        $0.isolation.rawValue, String($0.sha256.prefix(12)), $0.file,
      ]
    }
    write(
      ["judged", "exercise", "outcome", "points", "handed in", "isolation", "hash", "file"], attempts, name: "attempts",
      drawing)
    let changes = try book.changes(of: student).map {
      [$0.at.local(), $0.author, $0.what.rawValue, $0.exercise, $0.before, $0.after, $0.reason]
    }
    write(["when", "who", "what", "exercise", "from", "to", "why"], changes, name: "changes", drawing)
  }
}

struct MisconceptionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "misconceptions", abstract: "Which well-known mistakes were made, by how many.")

  @OptionGroup var gradebook: GradebookArgument

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let found = try gradebook.open().misconceptions()
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(["misconceptions": found]))
    case .text:
      let rows = found.map { [$0.exercise, $0.mistake, "\($0.students)", "\($0.attempts)", $0.message] }
      write(
        ["exercise", "mistake", "students", "attempts", "what the learner is told"], rows, name: "misconceptions",
        drawing)
    }
  }
}

private func write(_ columns: [String], _ rows: [[String]], name: String, _ drawing: DrawingOptions) {
  let options = drawing.text()
  let table = TableRecord(columns: columns, rows: rows)
  StandardOutput.write(TablePicture.lines(for: table, name: name, options: options).encoded(options))
}
