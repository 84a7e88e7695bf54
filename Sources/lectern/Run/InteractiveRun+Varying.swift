// Trying a variation of a step: it runs beside the step, from the same state, and nothing of it stays.
import LessonDocuments
import Rendering
import StepExecution
import StepRecords

extension InteractiveRun {
  func vary(_ name: String?) throws {
    let before = variation
    variation = nil
    guard let index = step(named: name) else { return }
    let step = edits.lesson.steps[index]
    // One that was tried just now is varied further.
    let text = before?.index == index ? before?.text ?? step.source.text : step.source.text
    let edited = StepEditor(keys: keys, drawing: drawing)
      .edit(text, title: "a variation of step \(step.name)", firstLine: step.source.firstLine)
    guard let edited, edited != text || before != nil else { return display.say("No variation was tried.") }
    try tryOut(Variation(index: index, text: edited))
  }

  private func tryOut(_ tried: Variation) throws {
    let step = edits.lesson.steps[tried.index]
    var varied = step
    varied.source.text = tried.text
    let draw = display.drawing
    display.write([draw.header(step, mark: "variation")] + draw.code(varied) + [StyledLine()])
    sayCatchingUp(through: tried.index - 1)
    var records: [Record] = []
    var progress = ProgressDisplay { [drawing] in drawing.text() }
    do {
      let end = try runner.tryOut(tried.text, at: tried.index) { record in
        records.append(record)
        if case .progress(let state) = record.content { progress.show(state, name: record.name) }
      }
      progress.end()
      guard end != nil else { return display.say("A step above failed; the variation cannot run.") }
    } catch is CancellationError {
      progress.end()
    }
    let isInterrupted = try takeInterrupt()
    show(records, of: varied, isWhole: !isInterrupted)
    variation = tried
  }

  /// The variation's records, beside the step's own where there is room, and what differs.
  private func show(_ records: [Record], of step: Step, isWhole: Bool) {
    let draw = display.drawing
    let own = display.outputs[step.name]?.records
    let lesson = edits.lesson.replacingSource(ofStep: step.number - 1, with: step.source.text)
    func drawn(_ records: [Record], in lesson: Lesson, title: String, options: TextOptions) -> [StyledLine] {
      let shown = records.filter { if case .progress = $0.content { false } else { true } }
      let lines = StepDrawing(lesson: lesson, options: options).lines(for: shown, of: step)
      return [StyledLine(title, StepDrawing.marked)]
        + (lines.isEmpty ? [StyledLine("  nothing is shown", StepDrawing.quiet)] : lines)
    }
    guard let own else {
      display.write(
        drawn(records, in: lesson, title: "the variation", options: draw.options) + [
          StyledLine(), StyledLine("The step itself has not run yet.", StepDrawing.quiet), StyledLine(),
        ])
      return
    }
    var half = draw.options
    half.width = (draw.options.width - Self.gap) / 2
    let isWide = half.width >= Self.narrowestColumn && !draw.options.plain
    let options = isWide ? half : draw.options
    let columns = [
      drawn(own, in: edits.lesson, title: "the step", options: options),
      drawn(records, in: lesson, title: "the variation", options: options),
    ]
    display.write(
      isWide ? PictureLayout.sideBySide(columns, gap: Self.gap, width: draw.options.width) : columns[1])
    guard isWhole else { return display.write([StyledLine()]) }
    let differences = VariationPicture.differences(own, records, draw.options)
    display.write(
      [StyledLine(), StyledLine(differences.isEmpty ? "Nothing differs." : "What differs:", TextStyle(bold: true))]
        + differences.map { StyledLine(draw.options.plain ? "" : "  ") + $0 } + [StyledLine()])
  }

  private static let gap = 4
  private static let narrowestColumn = 48
}
