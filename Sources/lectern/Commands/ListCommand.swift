// `lectern list`: the lessons of the course.
import ArgumentParser
import Foundation
import LessonDocuments
import Rendering

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the lessons of the course.")

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    for warning in course.warnings { StandardError.write("\(warning)\n") }
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(LessonList(lessons: course.lessons.map(LessonList.Item.init))))
    case .text: StandardOutput.write(Self.lines(course, drawing.text()).encoded(drawing.text()))
    }
  }

  /// Chapters as headings, and under each its lessons.
  static func lines(_ course: Course, _ options: TextOptions) -> [StyledLine] {
    var lines: [StyledLine] = []
    var chapter: String?
    for lesson in course.lessons {
      if lesson.chapter != chapter {
        if chapter != nil { lines.append(StyledLine()) }
        chapter = lesson.chapter
        lines.append(StyledLine(options.oneLine(lesson.chapter ?? "lessons"), TextStyle(bold: true)))
      }
      let number = (lesson.number ?? "").padded(to: 6)
      let slug = lesson.slug.padded(to: 24)
      lines.append(
        StyledLine([
          StyledSpan("  "), StyledSpan(number), StyledSpan(options.oneLine(slug) + " ", StepDrawing.quiet),
          StyledSpan(options.oneLine(lesson.title)),
        ]).truncated(to: options.width, ellipsis: options.ellipsis))
    }
    return lines
  }
}

/// The JSON of `list`.
private struct LessonList: Encodable {
  struct Item: Encodable {
    var number: String?
    var slug: String
    var title: String
    var path: String

    init(_ lesson: CourseLesson) {
      number = lesson.number
      slug = lesson.slug
      title = lesson.title
      path = lesson.path
    }
  }

  var lessons: [Item]
}
