// A run that is exported: on standard error how far it is, and at its end what it showed.
import LessonDocuments
import Rendering
import StepRecords

final class ExportDisplay: RunDisplay {
  private(set) var result: LessonOutputs?
  private let lesson: Lesson
  private lazy var document = DocumentDisplay(lesson: lesson) { [unowned self] in
    result = LessonOutputs(lesson: $0, outputs: $1)
  }
  private var progress: ProgressDisplay
  private let isTerminal = StandardError.isTerminal

  init(lesson: Lesson) {
    self.lesson = lesson
    progress = ProgressDisplay(options: TextOptions(width: Terminal.size?.columns ?? 80))
  }

  func show(_ event: RunEvent) {
    document.show(event)
    switch event {
    case .stepStarted(let step, let index, _, _):
      tell("step \(index) of \(lesson.steps.count): \(lesson.steps[index - 1].title ?? step)")
    case .record(_, let record):
      guard case .progress(let state) = record.content else { break }
      tell("")
      progress.show(state, name: record.name)
    case .stepEnded: progress.end()
    case .lessonEnded: tell("")
    case .lesson: break
    }
  }

  /// In the place of what was told before. Without a terminal steps are not worth a line; long computations are.
  private func tell(_ text: String) {
    guard isTerminal else { return }
    let width = (Terminal.size?.columns ?? 80) - 1
    StandardError.write("\r\u{1b}[K" + StyledLine(text).truncated(to: width, ellipsis: "…").plainText.harmless)
  }
}
