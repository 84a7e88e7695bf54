// A lesson on a terminal, one step at a time.
import Foundation
import LessonDocuments
import Rendering
import StepExecution
import StepRecords

struct InteractiveRun {
  let source: LessonSource
  let environment: StepEnvironment
  let options: RunOptions
  let drawing: DrawingOptions
  let interrupt: Interrupt

  private enum Choice { case next, again, edit, back, quit, interrupted }

  /// - Throws: `WorkFailed` if a step is failed when the reader leaves.
  mutating func run(_ lesson: Lesson) throws {
    let display = StepDisplay(lesson: lesson, drawing: drawing)
    let runner = LessonRunner(
      lesson, root: source.root, environment: environment, options: options, cancellation: interrupt.cancellation
    ) { display.show($0) }
    defer { environment.cache.prune() }
    let keys = KeyReader(interrupt: interrupt)
    display.drawTitle()

    // The step that Enter runs, as an index, and the one that r runs again.
    var next = 0
    var latest: Int?
    display.drawProse(before: next)
    while true {
      let steps = runner.lesson.steps
      if next < steps.count { display.drawStep(next) } else { display.drawEnd() }
      switch choose(next: next, latest: latest, steps: steps, keys: keys) {
      case .next where next < steps.count:
        try runStep(next, runner: runner, display: display)
        latest = next
        // A failed step stays the next one: mend it with e, or try again.
        if runner.session.states[next] != .failed {
          next += 1
          display.drawProse(before: next)
        }
      case .again:
        guard let again = latest, again < steps.count else { continue }
        display.drawStep(again)
        try runStep(again, runner: runner, display: display)
        next = runner.session.states[again] == .failed ? again : again + 1
        display.drawProse(before: next)
      case .back:
        next = max(0, next - 1)
        latest = next > 0 ? next - 1 : nil
        display.drawProse(before: next)
      case .edit:
        if let changed = try edit(
          runner, display: display, keys: keys, line: line(of: next, in: steps))
        {
          next = min(next, changed)
        }
        next = min(next, runner.lesson.steps.count)
        latest = latest.flatMap { $0 < runner.lesson.steps.count ? $0 : nil }
      case .next, .quit:
        if runner.session.hasFailed { throw WorkFailed() }
        return
      case .interrupted:
        throw CancellationError()
      }
    }
  }

  private func runStep(_ index: Int, runner: LessonRunner, display: StepDisplay) throws {
    do {
      try runner.run(index)
    } catch is CancellationError {
      display.say("interrupted before the step began")
    }
    // Ctrl-C was meant for the step, and the step has ended.
    interrupt.cancellation.reset()
  }

  private func line(of index: Int, in steps: [Step]) -> Int {
    steps.indices.contains(index) ? steps[index].range.start.line : steps.last?.range.end.line ?? 1
  }

  // MARK: Keys

  private func choose(next: Int, latest: Int?, steps: [Step], keys: KeyReader) -> Choice {
    var offers = [next < steps.count ? "Enter runs step \(steps[next].name)" : "Enter ends"]
    if latest != nil { offers.append("r again") }
    offers.append("e edit")
    if next > 0 { offers.append("b back") }
    offers.append("q quit")
    let options = drawing.text()
    let separator = options.ascii ? " | " : " · "
    let prompt = StyledLine(offers.joined(separator: separator), StepDrawing.quiet)
      .truncated(to: options.width - 1, ellipsis: options.ellipsis)
    StandardOutput.write(prompt.encoded(options))
    defer { StandardOutput.write("\r\u{1b}[K") }
    while true {
      switch keys.next() {
      case .enter, .character(" "), .character("n"): return .next
      case .character("r") where latest != nil: return .again
      case .character("e"): return .edit
      case .character("b") where next > 0: return .back
      case .character("q"), .endOfInput: return .quit
      case .interrupt: return .interrupted
      default: continue
      }
    }
  }

  // MARK: Editing

  /// Opens the lesson in the reader's editor; returns the first changed step.
  private func edit(
    _ runner: LessonRunner, display: StepDisplay, keys: KeyReader, line: Int
  ) throws -> Int? {
    let environment = ProcessInfo.processInfo.environment
    let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
    let status = keys.lending { EditorProcess.run(editor, file: source.absolutePath, line: line) }
    guard status == 0 else {
      display.say("cannot run \(editor); name your editor in the environment variable EDITOR")
      return nil
    }
    interrupt.cancellation.reset()
    do {
      let lesson = try source.readTellingWarnings()
      let changed = runner.update(to: lesson)
      display.update(to: lesson)
      return changed
    } catch let error as LessonError {
      display.say("\(error)\nthe lesson stays as it was")
      return nil
    }
  }
}
