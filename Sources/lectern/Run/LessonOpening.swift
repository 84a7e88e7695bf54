// What stands at the top of a lesson before its first line: what it is for, how long it takes, what should come before.
import Foundation
import LessonDocuments
import Learning
import Rendering

struct LessonOpening {
  let lesson: Lesson
  /// Lessons that should come before and are not done.
  let needs: [CourseLesson]

  init(of lesson: Lesson, source: LessonSource) {
    self.lesson = lesson
    needs = Self.needs(of: lesson, source: source)
  }

  private static func needs(of lesson: Lesson, source: LessonSource) -> [CourseLesson] {
    guard !lesson.frontMatter.needs.isEmpty, let course = try? Course.containing(source.root) else { return [] }
    let progress = LearnerProgress.of(course: source.root)
    return lesson.frontMatter.needs.compactMap { name in
      guard let needed = try? course.lesson(named: name) else { return nil }
      let source = LessonSource(root: course.root, path: needed.path, absolutePath: needed.absolutePath)
      guard let read = try? source.read().lesson else { return nil }
      return progress.lessons[needed.path]?.isDone(read) == true ? nil : needed
    }
  }

  func lines(_ options: TextOptions) -> [StyledLine] {
    let steps = lesson.steps.count
    let minutes = lesson.frontMatter.minutes.map { "about \($0) minute\($0 == 1 ? "" : "s"), " } ?? ""
    let facts = "\(minutes)\(steps == 0 ? "no" : "\(steps)") step\(steps == 1 ? "" : "s")"
    var lines = wrapped(StyledLine(options.oneLine("\(lesson.path): \(facts)"), StepDrawing.quiet), options)
    if let summary = lesson.frontMatter.summary {
      lines += [StyledLine()] + wrapped(StyledLine(options.oneLine(summary)), options)
    }
    if !lesson.frontMatter.objectives.isEmpty {
      lines += [StyledLine(), StyledLine("You will", TextStyle(bold: true))]
      for objective in lesson.frontMatter.objectives {
        lines += wrapped(StyledLine(options.oneLine((options.plain ? "" : "• ") + objective)), options, indent: 2)
      }
    }
    if !needs.isEmpty { lines += [StyledLine()] + needs.flatMap { need($0, options) } }
    return lines + [StyledLine()]
  }

  private func need(_ needed: CourseLesson, _ options: TextOptions) -> [StyledLine] {
    let name = needed.number ?? needed.slug
    let line =
      StyledLine(options.oneLine("Builds on \(name), \(needed.title) (not done yet): "))
      + StyledLine(options.oneLine("lectern run \(name)"), TextStyle(bold: true))
    return wrapped(line, options)
  }

  private func wrapped(_ line: StyledLine, _ options: TextOptions, indent: Int = 0) -> [StyledLine] {
    line.wrapped(to: min(options.width, ProsePicture.maximumTextWidth), indent: indent)
  }
}
