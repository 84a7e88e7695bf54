// `lectern new lesson NAME`: a lesson to start from.
import ArgumentParser
import Foundation
import LessonDocuments

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Makes a new lesson.", subcommands: [NewLessonCommand.self])
}

struct NewLessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Makes a small lesson that runs, in the course's Lessons folder.")

  @Argument(help: "Its title, such as \"Positional encodings\", or a path such as 02-architecture/07-positions.md.")
  var name: String

  func run() throws {
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    let place = try course.pathForNewLesson(named: name)
    let absolute = course.root + "/" + place.path
    let folder = URL(fileURLWithPath: absolute).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      // Never over a file that is there.
      try Data(LessonScaffold.text(title: place.title).utf8)
        .write(to: URL(fileURLWithPath: absolute), options: .withoutOverwriting)
    } catch {
      throw UsageFailure("cannot write \(place.path): \((error as NSError).localizedDescription)")
    }
    StandardOutput.write("made \(place.path)\nrun it: lectern run \(place.path)\n")
  }
}
