// `lectern present --rehearse`: every step once, beforehand, so that the lecture has something to show if one fails.
import Foundation
import Grading
import LessonDocuments
import Rendering
import StepExecution
import StepRecords

struct Rehearsing {
  let source: LessonSource
  let drawing: DrawingOptions

  /// - Throws: `WorkFailed` if a step fails, `CancellationError` if interrupted.
  func run() throws {
    let lesson = try source.readTellingWarnings()
    let environment = try StepEnvironment.find()
    let interrupt = try Interrupt()
    let display = RehearsalDisplay(lesson, options: drawing.text())
    defer { keep(display) }
    try StraightRun(
      lesson: lesson, root: source.root, environment: environment, options: RunOptions(), interrupt: interrupt
    ).run(showing: display)
  }

  /// What has been rehearsed counts, however the run ended.
  private func keep(_ display: RehearsalDisplay) {
    let lesson = display.lesson
    let outputs = display.outputs
    let rehearsal = Rehearsal(lesson, outputs: outputs.newer(Rehearsal.outputs(of: lesson)))
    do {
      try rehearsal.write(for: lesson)
    } catch {
      let reason = (error as? FileFailure)?.reason ?? "\(error)"
      return StandardError.write("lectern: \(Rehearsal.path(lesson)): the rehearsal cannot be kept: \(reason)\n")
    }
    let count = outputs.count { $0 != nil }
    let all = lesson.steps.count { $0.isRun }
    let which = count == all ? all == 1 ? "the one step" : "all \(count) steps" : "\(count) of \(all) steps"
    StandardOutput.write("kept the output of \(which), for when a live one fails or is slow\n")
  }
}

/// A line for each step; what failed, in full.
private final class RehearsalDisplay: RunDisplay {
  let lesson: Lesson
  private let options: TextOptions
  private let drawing: StepDrawing
  private var progress: ProgressDisplay
  private var records: [String: [Record]] = [:]
  private(set) var outputs: [RememberedOutput?]

  init(_ lesson: Lesson, options: TextOptions) {
    self.lesson = lesson
    self.options = options
    drawing = StepDrawing(lesson: lesson, options: options)
    progress = ProgressDisplay(options: options)
    outputs = lesson.steps.map { _ in nil }
  }

  func show(_ event: RunEvent) {
    switch event {
    case .lesson(let path, _, let steps):
      say("rehearsing \(path), \(steps) step\(steps == 1 ? "" : "s")")
    case .stepStarted(let name, _, _, _): records[name] = []
    case .record(let name, let record):
      records[name, default: []].append(record)
      guard case .progress(let state) = record.content else { return }
      progress.show(state, name: record.name)
    case .stepEnded(let name, let end): self.end(name, end)
    case .lessonEnded: progress.end()
    }
  }

  private func end(_ name: String, _ end: RunEvent.StepEnd) {
    progress.end()
    guard let index = lesson.steps.firstIndex(where: { $0.name == name }) else { return }
    let step = lesson.steps[index]
    let shown = records[name] ?? []
    let number = String(step.number).padded(to: String(lesson.steps.count).count, .right)
    let seconds = end.compileSeconds + end.linkSeconds + end.runSeconds
    let word =
      switch end.status {
      case .ok: DayTime.short(seconds: seconds)
      case .failed: "failed"
      case .skipped: step.isRun ? "not reached" : "shown, not run"
      }
    let title = [step.id, step.title].compactMap { $0 }.joined(separator: ": ")
    say("\(number) of \(lesson.steps.count)  \(title.isEmpty ? "step \(name)" : title)  \(word)")
    if end.status == .ok { outputs[index] = RememberedOutput(records: shown, end: end, date: Date()) }
    guard end.status == .failed else { return }
    for record in shown {
      guard case .failure = record.content else { continue }
      StandardOutput.write(drawing.lines(for: record, of: step).encoded(options))
    }
  }

  private func say(_ text: String) {
    let line = StyledLine(options.oneLine(text)).truncated(to: options.width, ellipsis: options.ellipsis)
    StandardOutput.write(line.encoded(options) + "\n")
  }
}
