// A straight run as text: prose, code and outputs in reading order, as they happen.
import LessonDocuments
import Rendering
import StepRecords

final class TextDisplay: RunDisplay {
  private let lesson: Lesson
  private let drawing: StepDrawing
  private var flow: ArraySlice<LessonFlow.Item>
  private var values: ProseValues
  private var progress: ProgressDisplay
  private var failed: [String] = []
  private var ended = 0
  private var ran = 0

  /// - Parameters:
  ///   - from: the first step to draw, as an index; what stands before it has been drawn already.
  ///   - only: the only step to draw, as an index, without any prose.
  ///   - values: of the steps before, for prose that quotes them.
  init(lesson: Lesson, options: TextOptions, from: Int = 0, only: Int? = nil, values: ProseValues = ProseValues()) {
    self.lesson = lesson
    self.values = values
    drawing = StepDrawing(lesson: lesson, options: options)
    let items = LessonFlow.items(of: lesson)
    let whole = from == 0 ? items[...] : items[(items.firstIndex(of: .step(from)) ?? items.count)...]
    flow = only.map { [.step($0)] } ?? whole
    progress = ProgressDisplay(options: options)
  }

  func show(_ event: RunEvent) {
    switch event {
    case .lesson: break
    case .stepStarted(_, let index, _, _): advance(to: index - 1)
    case .record(let name, let record):
      guard let step = step(name) else { return }
      values.add(record, of: name)
      if case .progress(let state) = record.content { return progress.show(state, name: record.name) }
      progress.giveWay()
      write(drawing.lines(for: record, of: step))
    case .stepEnded(let name, let end):
      guard let step = step(name) else { return }
      progress.end()
      ended += 1
      if end.status != .skipped { ran += 1 }
      if end.status == .failed { failed.append(name) }
      // A step that was not started has not been drawn; behind a failure nothing more is.
      if end.status == .skipped && step.isRun { return }
      if !step.isRun { advance(to: step.number - 1) }
      write(drawing.ending(end, of: step) + [StyledLine()])
    case .lessonEnded(let status, let seconds): end(status, seconds)
    }
  }

  /// Something else is about to be written below what is drawn.
  func makeRoom() { progress.end() }

  private func step(_ name: String) -> Step? { lesson.steps.first { $0.name == name } }

  /// Draws what stands before a step, and the step.
  private func advance(to index: Int) {
    while let item = flow.first {
      flow = flow.dropFirst()
      if case .step(let number) = item {
        guard number == index else { continue }
        let step = lesson.steps[index]
        return write([drawing.header(step)] + drawing.code(step) + [StyledLine()])
      }
      write(item)
    }
  }

  private func write(_ item: LessonFlow.Item) {
    write(drawing.reading(item, values))
  }

  private func write(_ lines: [StyledLine]) {
    if !lines.isEmpty { StandardOutput.write(lines.encoded(drawing.options)) }
  }

  private func end(_ status: RunEvent.Status, _ seconds: Double) {
    progress.end()
    if failed.isEmpty {
      while let item = flow.first {
        flow = flow.dropFirst()
        if case .step = item { break }
        write(item)
      }
    }
    // Prose has all its values when all steps have been seen.
    if status == .ok, ended == lesson.steps.count {
      for warning in values.replaced(in: lesson).warnings { StandardError.write("\(warning)\n") }
    }
    let steps = ran
    let time = "\((seconds * 10).rounded() / 10) s"
    let sentence =
      failed.isEmpty
      ? status == .ok ? "\(steps) step\(steps == 1 ? "" : "s") ran in \(time)" : "stopped after \(time)"
      : "failed: step \(failed.joined(separator: ", "))"
    write([StyledLine(sentence, failed.isEmpty ? StepDrawing.quiet : TextStyle(bold: true))])
  }
}
