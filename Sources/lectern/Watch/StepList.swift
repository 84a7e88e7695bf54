// The steps of a lesson and how each of them went.
import LessonDocuments
import Rendering
import StepExecution

struct StepList {
  private let lesson: Lesson
  private let states: [LessonSession.StepState]

  init(_ lesson: Lesson, _ states: [LessonSession.StepState]) {
    (self.lesson, self.states) = (lesson, states)
  }

  func lines(_ options: TextOptions) -> [StyledLine] {
    let head = StyledLine(options.oneLine(lesson.title), PictureStyle.name)
    guard !lesson.steps.isEmpty else { return [head, StyledLine("  It has no steps.")] }
    let rows = lesson.steps.map { step in [step.id, step.title].compactMap { $0 }.joined(separator: "  ") }
    let width = min(rows.map { options.oneLine($0).displayWidth }.max() ?? 0, max(0, options.width - 24))
    let list = zip(lesson.steps, rows).map { step, row in
      let number = "\(step.number)".padded(to: "\(lesson.steps.count)".count, .right)
      let (words, style) = state(of: step)
      var line = StyledLine("  \(number)  ")
      line = line + StyledLine(options.oneLine(row)).truncated(to: width, ellipsis: options.ellipsis).padded(to: width)
      line.append("  ")
      line.append(words, style)
      return line
    }
    return [head] + list
  }

  private func state(of step: Step) -> (words: String, style: TextStyle) {
    guard step.isRun else { return ("shown, not run", PictureStyle.quiet) }
    return switch states.indices.contains(step.number - 1) ? states[step.number - 1] : .fresh {
    case .fresh: ("not run yet", PictureStyle.quiet)
    case .stale: ("to run again", PictureStyle.quiet)
    case .running: ("running", PictureStyle.name)
    case .ok: ("ok", PictureStyle.expected)
    case .failed: ("failed", PictureStyle.failure)
    case .skipped: ("skipped", PictureStyle.quiet)
    }
  }
}
