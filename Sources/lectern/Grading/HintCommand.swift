// `lectern hint`: the next hint of an exercise.
import ArgumentParser
import Grading
import Rendering

struct HintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint", abstract: "Gives the next hint of an exercise.")

  @OptionGroup var argument: ExerciseArgument

  @Flag(help: "Shows the hints that were given already, and no new one.")
  var again = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let exercise = try argument.find()
    let hint = GivenHint(exercise, again: again)
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(hint))
    case .text:
      let options = drawing.text()
      let picture = HintPicture(hint: hint, exercise: exercise, options: options)
      let showsAll = again && !exercise.hints.isEmpty
      StandardOutput.write((showsAll ? picture.all : picture.lines).encoded(options))
    }
  }
}
