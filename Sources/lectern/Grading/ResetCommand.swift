// `lectern reset`: the starter again, the old file kept.
import ArgumentParser
import Grading

struct ResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Puts an exercise's starter back, and keeps your file beside it.")

  @OptionGroup var argument: ExerciseArgument

  func run() throws {
    let exercise = try argument.find()
    let file = "Exercises/\(exercise.path)/\(exercise.fileName)"
    switch try exercise.reset() {
    case .alreadyAsGiven: StandardOutput.write("\(file) is as it was given; nothing to do\n")
    case .made: StandardOutput.write("\(file) was not there; it is now, as it was given\n")
    case .kept(let path): StandardOutput.write("\(file) is as it was given; your file is now \(path)\n")
    }
  }
}
