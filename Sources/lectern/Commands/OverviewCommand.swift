// `lectern` alone: where the learner stands, and what to do next.
import ArgumentParser
import Learning
import Rendering

struct OverviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "Says where you stand and what to do next.", shouldDisplay: false)

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let options = drawing.text()
    StandardOutput.write(
      OverviewPicture.lines(for: try CourseContents.here().standing, options: options).encoded(options))
  }
}
