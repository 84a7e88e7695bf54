// What an interactive run has on the screen: prose, the step at hand, its outputs as they come. What each step showed is
// kept, to be drawn again.
import Foundation
import LessonDocuments
import Rendering
import StepRecords

final class StepDisplay {
  private(set) var lesson: Lesson
  /// By the steps' names.
  private(set) var outputs: [String: ShownOutput] = [:]
  private let options: DrawingOptions
  private var edited: Set<Int> = []
  private var values = ProseValues()
  private var progress: ProgressDisplay?
  /// The step whose outputs are drawn; what others show while it is waited for is kept only.
  private var wanted: String?

  struct ShownOutput {
    var records: [Record] = []
    var end: RunEvent.StepEnd?
    /// When it was shown, if that was in another session.
    var date: Date?
  }

  init(lesson: Lesson, drawing: DrawingOptions) {
    self.lesson = lesson
    options = drawing
  }

  /// Asked for each time: the terminal may have been resized.
  var drawing: StepDrawing { StepDrawing(lesson: lesson, options: options.text()) }

  func update(to edits: LessonEdits) {
    lesson = edits.lesson
    edited = Set(edits.editedSteps)
  }

  /// - Parameter date: when the outputs were shown.
  func remember(_ records: [Record], end: RunEvent.StepEnd, of step: Step, date: Date) {
    outputs[step.name] = ShownOutput(records: records, end: end, date: date)
    for record in records { values.add(record, of: step.name) }
  }

  /// From now on the outputs of this step are drawn as they come.
  func want(_ index: Int) { wanted = lesson.steps[index].name }

  /// What stands between the step before `index` and that step; behind the last step, the rest.
  func reading(before index: Int) -> [LessonFlow.Item] {
    var current = -1
    return LessonFlow.items(of: lesson).filter { item in
      if case .step(let number) = item { current = number }
      return current == index - 1
    }
  }

  // MARK: Drawing

  /// A sentence or more, and an empty line.
  func say(_ text: String) { write(lines(text) + [StyledLine()]) }

  /// A line that something else follows.
  func note(_ text: String, _ style: TextStyle = StepDrawing.quiet) { write(lines(text, style)) }

  private func lines(_ text: String, _ style: TextStyle = TextStyle()) -> [StyledLine] {
    let options = options.text()
    return options.lines(of: text).flatMap { StyledLine($0, style).wrapped(to: options.width) }
  }

  func draw(_ item: LessonFlow.Item) { write(drawing.reading(item, values)) }

  func drawStep(_ index: Int) {
    let step = lesson.steps[index]
    write(
      [drawing.header(step, mark: edited.contains(index) ? "edited" : "")] + drawing.code(step) + [StyledLine()])
  }

  /// What a step showed, again; nothing if that is not known.
  func drawOutput(_ index: Int) {
    let step = lesson.steps[index]
    guard let output = outputs[step.name] else { return }
    if let date = output.date {
      write([
        StyledLine(
          drawing.options.plain ? "Output from \(Self.time(date))." : "  from \(Self.time(date))", StepDrawing.quiet)
      ])
    }
    write(drawing.lines(for: output.records, of: step))
    write((output.end.map { drawing.ending($0, of: step) } ?? []) + [StyledLine()])
  }

  func write(_ lines: [StyledLine]) {
    if !lines.isEmpty { StandardOutput.write(lines.encoded(drawing.options)) }
  }

  /// `14:03`, with the day if that was another.
  private static func time(_ date: Date) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_GB")
    format.dateFormat = Calendar.current.isDateInToday(date) ? "HH:mm" : "d MMMM yyyy, HH:mm"
    return format.string(from: date)
  }

  // MARK: Passages

  /// All that can be read now, in reading order, to be searched.
  func passages(_ options: TextOptions) -> [LessonSearch.Passage] {
    let drawing = StepDrawing(lesson: lesson, options: options)
    var place = "the beginning"
    return LessonFlow.items(of: lesson).flatMap { item -> [LessonSearch.Passage] in
      guard case .step(let index) = item else {
        return [LessonSearch.Passage(place: place, lines: drawing.reading(item, values))]
      }
      let step = lesson.steps[index]
      place = "after step \(step.name)"
      let output = drawing.lines(for: outputs[step.name]?.records ?? [], of: step)
      return [
        LessonSearch.Passage(place: "step \(step.name), its code", lines: [drawing.header(step)] + drawing.code(step)),
        LessonSearch.Passage(place: "step \(step.name), its output", lines: output),
      ]
    }
  }

  // MARK: Events

  func show(_ event: RunEvent) {
    guard let name = event.step, let step = lesson.steps.first(where: { $0.name == name }) else { return }
    let isWanted = name == wanted
    switch event {
    case .stepStarted:
      outputs[name] = ShownOutput()
      progress = ProgressDisplay { [options] in options.text() }
    case .record(_, let record):
      values.add(record, of: name)
      outputs[name, default: ShownOutput()].records.append(record)
      if case .progress(let state) = record.content {
        progress?.show(state, name: record.name)
      } else if isWanted || event.isFailure {
        progress?.giveWay()
        write(drawing.lines(for: record, of: step))
      }
    case .stepEnded(_, let end):
      progress?.end()
      outputs[name, default: ShownOutput()].end = end
      if isWanted { write(drawing.ending(end, of: step) + [StyledLine()]) }
    case .lesson, .lessonEnded: break
    }
  }
}
