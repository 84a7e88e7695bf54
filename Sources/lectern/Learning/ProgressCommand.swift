// `lectern progress`: where the learner's progress is kept, and how it comes to another machine.
import ArgumentParser
import Foundation
import Grading
import Learning
import LessonDocuments

struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "Says where your progress is kept; takes it to another machine.",
    subcommands: [ProgressPlaceCommand.self, ProgressExportCommand.self, ProgressImportCommand.self],
    defaultSubcommand: ProgressPlaceCommand.self)
}

struct ProgressPlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "where", abstract: "Says where your progress is kept, and what is known of this course.",
    shouldDisplay: false)

  @Option(help: "text or json.")
  var format = ListFormat.text

  /// The JSON of `progress`.
  private struct Answer: Encodable {
    var file: String
    var course: String
    var progress: CourseProgress
    /// Folders of other courses of which something is known, on this machine.
    var others: [String]
  }

  func run() throws {
    let file = LearnerProgress.file
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    let progress = try file.progress(in: course.root)
    let others = try file.courses().filter { $0 != course.root }
    switch format {
    case .json:
      let answer = Answer(file: file.path, course: course.root, progress: progress, others: others)
      StandardOutput.write(try ListFormat.line(answer))
    case .text:
      var lines = [
        "\(file.path)", "  of this course: \(progress.summary)",
        "  take it along: lectern progress export FILE; on the other machine: lectern progress import FILE",
      ]
      for other in others {
        let isGone = access(other, F_OK) != 0
        lines.append("  it knows \(other.harmless) too\(isGone ? ", which is no longer there" : "")")
        if isGone, progress == CourseProgress() {
          lines.append("  if this course was there before: lectern progress import \(other.harmless)")
        }
      }
      StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }
  }
}

struct ProgressExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes your progress in this course to a file that you can take along.")

  @Argument(help: "The file to write; one that is there is replaced. - for standard output.")
  var file: String

  func run() throws {
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    let contents = try CourseContents(course, progress: LearnerProgress.file.progress(in: course.root))
    let export = ProgressExport(contents.progress, of: CourseOutline(contents.standing))
    guard file != "-" else { return StandardOutput.write(export.text) }
    guard contents.progress != CourseProgress() else {
      throw WorkFailed("nothing is known of this course (\(course.root)) yet, so there is nothing to take along")
    }
    try export.write(to: file)
    StandardOutput.write(
      "\(file.harmless) holds your \(contents.progress.summary). On the other machine, in the course's folder: "
        + "lectern progress import \(URL(fileURLWithPath: file).lastPathComponent.harmless)\n")
  }
}

struct ProgressImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in progress from another machine.",
    discussion: """
      Nothing that is known here is lost: of everything the best of both is kept, and importing a file twice changes \
      nothing. The folder that this course was in before can be given in place of a file.
      """)

  @Argument(help: "A file that lectern progress export has written, or the folder that the course was in before.")
  var file: String

  func run() throws {
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    let progress = LearnerProgress.file
    let before = try progress.progress(in: course.root)
    let added = try source(for: course, before)
    let after = try progress.update(course.root, tell: StandardError.write) {
      $0.merge(added)
      return $0
    }
    StandardOutput.write(
      before == after
        ? "nothing new in \(file.harmless): all of it was known here, \(after.summary)\n"
        : "taken in. Known now: \(after.summary)\n")
  }

  private func source(for course: Course, _ progress: CourseProgress) throws -> CourseProgress {
    let folder = URL(fileURLWithPath: file).standardizedFileURL.path
    if folder != course.root, try LearnerProgress.file.courses().contains(folder) {
      return try LearnerProgress.file.progress(in: folder)
    }
    return try ProgressExport(
      reading: file, for: CourseOutline(try CourseContents(course, progress: progress).standing)
    )
    .progress
  }
}
