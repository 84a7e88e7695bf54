// `lectern` alone: what there is, and what to do next.
import ArgumentParser
import Foundation
import LessonDocuments
import Rendering

struct OverviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "Says what there is and what to do next.", shouldDisplay: false)

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let options = drawing.text()
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    var lines = ListCommand.lines(course, options)
    if let first = course.lessons.first {
      lines += [
        StyledLine(),
        StyledLine([
          StyledSpan("Begin with: "), StyledSpan("lectern run \(first.number ?? first.slug)", TextStyle(bold: true)),
          StyledSpan("   all commands: "), StyledSpan("lectern --help", TextStyle(bold: true)),
        ]).truncated(to: options.width, ellipsis: options.ellipsis),
      ]
    }
    StandardOutput.write(lines.encoded(options))
  }
}
