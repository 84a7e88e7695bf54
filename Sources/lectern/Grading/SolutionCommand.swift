// `lectern solution`: the reference solution, for those who have one of their own.
import ArgumentParser
import Grading
import Rendering

struct SolutionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solution", abstract: "Shows the solution of an exercise that you have passed.")

  @OptionGroup var argument: ExerciseArgument

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let solution = try ShownSolution(of: try argument.find())
    switch format {
    case .json:
      StandardOutput.write(try ListFormat.line(solution))
      if solution.source == nil { throw WorkFailed() }
    case .text:
      guard let source = solution.source else { throw WorkFailed(solution.reason ?? "") }
      // To a file as it is; for a reader in colour.
      guard StandardOutput.isTerminal else { return StandardOutput.write(source) }
      let options = drawing.text()
      StandardOutput.write(solution.lines(options).encoded(options))
    }
  }
}
