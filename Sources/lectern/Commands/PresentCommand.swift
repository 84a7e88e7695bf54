// `lectern present`: a lesson as slides in the lecture hall, with the lecturer's notes in a second terminal.
import ArgumentParser
import Foundation
import LessonDocuments
import StepExecution
import SystemTools

struct PresentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "present", abstract: "Shows a lesson as slides; its steps run live.",
    discussion: """
      Space goes on and runs the step when its output is next; Left goes back, and runs nothing again. ? shows all \
      keys. With --notes a second terminal follows with the speaker notes, the next slide and the clock.

      A step that fails, or is slow, shows what it showed in an earlier run, and the slide says so. Run the lesson with \
      --rehearse before the lecture, so that every step has such an output.
      """)

  @OptionGroup var argument: LessonArgument

  @Flag(help: "Follows the presentation that runs in another terminal: notes, next slide, clock.")
  var notes = false

  @Flag(help: "Runs all steps beforehand, without slides, and keeps what they show.")
  var rehearse = false

  @Flag(help: "Runs nothing: every step shows its rehearsed output.")
  var rehearsed = false

  @Option(help: "Seconds after which the rehearsed output stands in, or twice what the step took before.")
  var patience = 10.0

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if !(patience >= 0 && patience <= 86_400) {
      throw ValidationError("--patience \(patience) is out of range: 0 to 86400 seconds")
    }
    if [notes, rehearse, rehearsed].filter({ $0 }).count > 1 {
      throw ValidationError("--notes, --rehearse and --rehearsed exclude each other")
    }
  }

  func run() throws {
    let source = try LessonSource.find(argument.lesson)
    if rehearse { return try Rehearsing(source: source, drawing: drawing).run() }
    try checkTerminal()
    if notes { return try NotesFollower(source: source, name: argument.lesson, drawing: drawing).run() }
    let lesson = try source.readTellingWarnings()
    let environment = rehearsed ? try? StepEnvironment.find() : try findEnvironment()
    let presentation = try Presentation(
      lesson, source: source, environment: environment, isLive: !rehearsed, patience: patience, drawing: drawing)
    try presentation.run()
  }

  private func checkTerminal() throws {
    let name = argument.lesson.harmless
    if drawing.plain {
      throw UsageFailure(
        "slides are drawn on the whole terminal, and --plain draws nothing. Read the lesson with: "
          + "lectern run \(name) --plain")
    }
    guard Terminal.isInteractive else {
      throw UsageFailure(
        "present needs a terminal to draw on and to read keys from. Print the lesson with: lectern run \(name) --all, "
          + "or make a file of it with: lectern export \(name) --to html")
    }
  }

  private func findEnvironment() throws -> StepEnvironment {
    do {
      return try .find()
    } catch let error as EnvironmentError {
      throw CannotRunLive(reason: "\(error)", lesson: argument.lesson.harmless)
    }
  }
}

/// The machine lacks something that running takes, which showing does not: status 3.
private struct CannotRunLive: LecternFailure {
  let reason: String
  let lesson: String
  let status = ExitStatus.environment

  var message: String {
    "\(reason)\nWithout it, rehearsed outputs can be shown: lectern present \(lesson) --rehearsed"
  }
}
