// What an interactive run has on the screen: prose, the step at hand, its outputs as they come.
import LessonDocuments
import Rendering
import StepRecords

final class StepDisplay {
  private var lesson: Lesson
  private let options: DrawingOptions
  private var values = ProseValues()
  private var progress: ProgressDisplay?

  init(lesson: Lesson, drawing: DrawingOptions) {
    self.lesson = lesson
    options = drawing
  }

  /// Asked for each time: the terminal may have been resized.
  private var drawing: StepDrawing { StepDrawing(lesson: lesson, options: options.text()) }

  func update(to lesson: Lesson) { self.lesson = lesson }

  func say(_ text: String) {
    write(text.split(separator: "\n").flatMap { StyledLine(String($0)).wrapped(to: options.text().width, indent: 0) })
  }

  // MARK: Drawing

  func drawTitle() {
    let minutes = lesson.frontMatter.minutes.map { "about \($0) minutes, " } ?? ""
    let steps = lesson.steps.count
    write([
      StyledLine("\(lesson.path): \(minutes)\(steps) step\(steps == 1 ? "" : "s")", StepDrawing.quiet), StyledLine(),
    ])
  }

  /// The prose between the step before `index` and that step; behind the last step, the rest.
  func drawProse(before index: Int) {
    var current = -1
    for item in LessonFlow.items(of: lesson) {
      if case .step(let number) = item { current = number }
      if current == index - 1 { write(drawing.reading(item, values)) }
    }
  }

  func drawStep(_ index: Int) {
    let step = lesson.steps[index]
    write([drawing.header(step)] + drawing.code(step) + [StyledLine()])
  }

  func drawEnd() {
    write([StyledLine("This was the last step of \"\(lesson.title)\".", TextStyle(bold: true))])
  }

  private func write(_ lines: [StyledLine]) {
    if !lines.isEmpty { StandardOutput.write(lines.encoded(drawing.options)) }
  }

  // MARK: Events

  func show(_ event: RunEvent) {
    switch event {
    case .stepStarted:
      progress = ProgressDisplay { [options] in options.text() }
    case .record(let name, let record):
      guard let step = lesson.steps.first(where: { $0.name == name }) else { return }
      values.add(record, of: name)
      if case .progress(let state) = record.content {
        progress?.show(state, name: record.name)
      } else {
        progress?.giveWay()
        write(drawing.lines(for: record, of: step))
      }
    case .stepEnded(let name, let end):
      progress?.end()
      guard let step = lesson.steps.first(where: { $0.name == name }) else { return }
      write(drawing.ending(end, of: step) + [StyledLine()])
    case .lesson, .lessonEnded: break
    }
  }
}
