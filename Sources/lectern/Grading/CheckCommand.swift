// `lectern check`: grades one exercise for the learner.
import ArgumentParser
import Foundation
import Grading
import Rendering

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Grades an exercise: runs its probes on your file, and says what differs.")

  @OptionGroup var argument: ExerciseArgument

  @Option(help: "Another file than the one in the exercise's folder.")
  var file: String?

  @Option(help: "Seed of the random input; by default it follows from the file.")
  var seed: UInt64?

  @OptionGroup var containment: ContainmentOption

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let exercise = try argument.find()
    let interrupt = try Interrupt()
    let checked = try ExerciseCheck(containment: containment.containment, cancellation: interrupt.cancellation)
      .check(exercise, file: file, seed: seed)
    checked.keep()
    switch format {
    case .json: StandardOutput.write(try checked.json())
    case .text:
      let options = drawing.text()
      StandardOutput.write(checked.lines(options).encoded(options))
    }
    if checked.verdict.verdict != .passed { throw WorkFailed() }
  }
}
