// What stands behind the last line of a lesson: what was done, and what to type next.
import Foundation
import Grading
import Learning
import LessonDocuments
import Rendering
import StepExecution

struct LessonEnd {
  let lesson: Lesson
  let session: LessonSession
  let progress: LessonProgress
  /// Exercises of this lesson that have not been passed.
  let exercises: [Exercise]
  let nextLesson: CourseLesson?

  init(of lesson: Lesson, session: LessonSession, progress: LessonProgress, source: LessonSource) {
    self.lesson = lesson
    self.session = session
    self.progress = progress
    guard let course = try? Course.containing(source.root),
      let index = course.lessons.firstIndex(where: { $0.absolutePath == source.absolutePath })
    else {
      (exercises, nextLesson) = ([], nil)
      return
    }
    let this = course.lessons[index]
    let known = LearnerProgress.of(course: course.root).exercises
    exercises = ((try? ExerciseCatalogue(of: course))?.exercises ?? []).filter {
      $0.lesson != nil && [this.number, this.slug, this.path].contains($0.lesson) && known[$0.id]?.isPassed != true
    }
    nextLesson = course.lessons.dropFirst(index + 1).first
  }

  func lines(_ options: TextOptions) -> [StyledLine] {
    let sentences = [
      done, QuizScore(of: lesson, in: progress).sentence, GuessScore(of: lesson, in: progress).sentence,
    ]
    let end = lesson.steps.isEmpty ? "This lesson has no steps." : "This was the last step of \"\(lesson.title)\"."
    var lines = wrapped(StyledLine(options.oneLine(end), TextStyle(bold: true)), options)
    lines += wrapped(StyledLine(options.oneLine(sentences.compactMap(\.self).joined(separator: " "))), options)
    let next = commands
    if !next.isEmpty { lines.append(StyledLine()) }
    for (index, command) in next.enumerated() {
      lines += wrapped(
        StyledLine(index == 0 ? "Next: " : options.plain ? "Or: " : "      ")
          + StyledLine(options.oneLine(command.text), TextStyle(bold: true))
          + StyledLine(options.oneLine("   \(command.about)"), StepDrawing.quiet), options, indent: 6)
    }
    return lines + [StyledLine()]
  }

  /// `8 of 9 steps came to a good end.`
  private var done: String? {
    let count = lesson.steps.filter(\.isRun).count
    guard count > 0 else { return nil }
    let good = zip(lesson.steps, session.states).filter { $0.isRun && $1 == .ok }.count
    if good == count { return count == 1 ? "It ran." : "All \(count) steps ran." }
    return "\(good) of \(count) steps ran in this session."
  }

  private var commands: [(text: String, about: String)] {
    exercises.prefix(2).map { ("lectern check \($0.id)", "exercise: \($0.title)") }
      + (nextLesson.map { [("lectern run \($0.number ?? $0.slug)", $0.title)] } ?? [])
  }

  private func wrapped(_ line: StyledLine, _ options: TextOptions, indent: Int = 0) -> [StyledLine] {
    line.displayWidth == 0
      ? [] : line.wrapped(to: min(options.width, ProsePicture.maximumTextWidth), indent: indent)
  }
}
