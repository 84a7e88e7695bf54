// `lectern new lesson NAME` and `lectern new exercise NAME`: something to start from.
import ArgumentParser
import Foundation
import Grading
import LessonDocuments

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Makes a new lesson or exercise.",
    subcommands: [NewLessonCommand.self, NewExerciseCommand.self])
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

struct NewExerciseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise", abstract: "Makes a small exercise that proves itself, with its solution and probes.")

  @Argument(help: "Its title, such as \"Layer normalisation\", or its place, such as 02-architecture/layer-norm.")
  var name: String

  func run() throws {
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    let exercise = try NewExercise(named: name, in: course, beside: ExerciseCatalogue(of: course))
    try exercise.write()
    for file in exercise.files { StandardOutput.write("made \(file.path)\n") }
    StandardOutput.write("prove it: lectern verify \(exercise.id)\n")
  }
}
