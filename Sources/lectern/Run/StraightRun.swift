// A run from the first step to the last, without anybody to ask.
import Foundation
import LessonDocuments
import StepExecution
import StepRecords
import SystemTools

struct StraightRun {
  let lesson: Lesson
  let root: String
  let environment: StepEnvironment
  let options: RunOptions
  /// The only step to show, as an index.
  var only: Int?
  /// The last step to run, as an index; nil runs all.
  var last: Int?
  let interrupt: Interrupt

  /// - Throws: `WorkFailed` if a step failed, `CancellationError` if interrupted.
  func run(showing display: any RunDisplay) throws {
    let start = ContinuousClock.now
    let shown = only.map { lesson.steps[$0].name }
    display.show(.lesson(path: lesson.path, title: lesson.title, steps: lesson.steps.count))
    var failed: [String] = []
    let runner = LessonRunner(
      lesson, root: root, environment: environment, options: options, cancellation: interrupt.cancellation
    ) { event in
      if case .stepEnded(let step, let end) = event, end.status == .failed { failed.append(step) }
      if let shown, let step = event.step, step != shown, !event.isFailure { return }
      display.show(event)
    }
    let isOK: Bool
    do {
      isOK = try runner.run(through: last)
    } catch is CancellationError {
      display.show(.lessonEnded(status: .failed, seconds: (ContinuousClock.now - start).seconds))
      throw CancellationError()
    }
    display.show(.lessonEnded(status: isOK ? .ok : .failed, seconds: (ContinuousClock.now - start).seconds))
    environment.cache.prune()
    if interrupt.cancellation.isCancelled { throw CancellationError() }
    if let shown, !isOK, let first = failed.first, first != shown {
      throw StepAboveFailed(failed: first, wanted: shown)
    }
    if !isOK { throw WorkFailed() }
  }
}

/// `--step` asked for a step that could not run, because one above it failed: status 1.
struct StepAboveFailed: LecternFailure {
  let failed: String
  let wanted: String
  let status = ExitStatus.failed

  var message: String {
    "step \"\(failed)\" failed, and \"\(wanted)\" stands below it; run the lesson without --step to see all of it"
  }
}

extension RunEvent {
  /// The step it belongs to.
  var step: String? {
    switch self {
    case .stepStarted(let step, _, _, _), .record(let step, _), .stepEnded(let step, _): step
    case .lesson, .lessonEnded: nil
    }
  }

  var isFailure: Bool {
    if case .record(_, let record) = self, case .failure = record.content { true } else { false }
  }
}
