// `lectern` alone: what there is, and what to do next.
import ArgumentParser
import Foundation
import Rendering

struct OverviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "Says what there is and what to do next.", shouldDisplay: false)

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let options = drawing.text()
    let contents = try CourseContents.here()
    var lines = contents.lines(options)
    if let first = contents.course.lessons.first {
      lines += [
        StyledLine(),
        StyledLine([
          StyledSpan("Begin with: "), StyledSpan("lectern run \(first.number ?? first.slug)", TextStyle(bold: true)),
          StyledSpan("   all commands: "), StyledSpan("lectern --help", TextStyle(bold: true)),
        ]).truncated(to: options.width, ellipsis: options.ellipsis),
      ]
    }
    if let next = contents.nextExercise {
      lines.append(
        StyledLine([
          StyledSpan("Next exercise: "), StyledSpan("lectern check \(next.id)", TextStyle(bold: true)),
          StyledSpan("   its task: Exercises/\(options.oneLine(next.path))/Task.md"),
        ]).truncated(to: options.width, ellipsis: options.ellipsis))
    }
    StandardOutput.write(lines.encoded(options))
  }
}
