// A step and its outputs as lines of text; the same for a straight run and an interactive one.
import LessonDocuments
import Rendering
import StepRecords

struct StepDrawing {
  let lesson: Lesson
  let options: TextOptions

  /// Outputs stand two columns in.
  private static let indent = 2

  /// A rule with the step's name and place; in words a sentence.
  ///
  /// - Parameter mark: what is special about it, such as "edited".
  func header(_ step: Step, mark: String = "") -> StyledLine {
    if options.plain { return spokenHeader(step, mark: mark) }
    let dash = options.ascii ? "-" : "─"
    let dot = options.ascii ? "-" : "·"
    var name = "step \(step.number)"
    if let id = step.id { name += " \(dot) \(id)" }
    if let title = step.title { name += " \(dot) \(title)" }
    let place = (mark.isEmpty ? "" : "\(mark) \(dot) ") + "\(step.number) of \(lesson.steps.count)"
    let room = max(0, options.width - options.oneLine(name).displayWidth - place.count - 8)
    let line = StyledLine([
      StyledSpan("\(dash)\(dash) ", Self.quiet), StyledSpan(options.oneLine(name), TextStyle(bold: true)),
      StyledSpan(" " + String(repeating: dash, count: room) + " ", Self.quiet),
      StyledSpan(place, mark.isEmpty ? Self.quiet : Self.marked),
      StyledSpan(" \(dash)\(dash)", Self.quiet),
    ])
    return line.truncated(to: options.width, ellipsis: options.ellipsis)
  }

  private func spokenHeader(_ step: Step, mark: String) -> StyledLine {
    let words = [step.id, step.title, mark.isEmpty ? nil : mark].compactMap(\.self).joined(separator: ", ")
    let place = "Step \(step.number) of \(lesson.steps.count)"
    return StyledLine(options.oneLine(words.isEmpty ? "\(place)." : "\(place): \(words)."))
  }

  /// What is read between the steps: prose with the values that it quotes, and quizzes.
  func reading(_ item: LessonFlow.Item, _ values: ProseValues) -> [StyledLine] {
    switch item {
    case .prose(let node): ProsePicture.lines(for: values.replaced(in: node), options: options) + [StyledLine()]
    case .quiz(let index): QuizPicture.lines(for: lesson.quizzes[index], options: options) + [StyledLine()]
    case .step, .expectation, .notes: []
    }
  }

  /// The source as it stands in the lesson; a hidden step says only that it is there.
  func code(_ step: Step) -> [StyledLine] {
    if step.isHidden { return [StyledLine("(source hidden)", Self.quiet)] }
    return CodePicture.lines(for: step.source, options: options)
  }

  /// A record other than progress.
  func lines(for record: Record, of step: Step) -> [StyledLine] {
    indented { RecordPicture.lines(for: record, of: step, in: lesson, options: $0) }
  }

  /// Records that are all known.
  func lines(for records: [Record], of step: Step) -> [StyledLine] {
    indented { options in
      OutputPiece.pieces(of: records).flatMap { $0.lines(of: step, in: lesson, options: options) }
    }
  }

  /// What `draw` makes of the width that the indentation leaves.
  func indented(_ draw: (TextOptions) -> [StyledLine]) -> [StyledLine] {
    // On the narrowest of terminals every column counts.
    let indent = options.plain || options.width - Self.indent < TextOptions.minimumWidth ? 0 : Self.indent
    var narrow = options
    narrow.width -= indent
    let pad = StyledLine(String(repeating: " ", count: indent))
    return draw(narrow).map { pad + $0 }
  }

  /// What is worth saying at the end of a step; nothing when all went as it should.
  func ending(_ end: RunEvent.StepEnd, of step: Step) -> [StyledLine] {
    if let note = end.note { return StyledLine("  (\(note))", Self.quiet).wrapped(to: options.width, indent: 2) }
    if end.status == .skipped {
      return [StyledLine(step.isRun ? "  (skipped)" : "  (shown, not run)", Self.quiet)]
    }
    return []
  }

  static let quiet = TextStyle(dim: true)
  /// What is not as the lesson's file says.
  static let marked = TextStyle(foreground: TextColor(205, 120, 0), bold: true)
}
