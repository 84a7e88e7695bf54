// A step and its outputs as lines of text; the same for a straight run and an interactive one.
import LessonDocuments
import Rendering
import StepRecords

struct StepDrawing {
  let lesson: Lesson
  let options: TextOptions

  /// Outputs stand two columns in.
  private static let indent = 2

  /// A rule with the step's name and place.
  func header(_ step: Step) -> StyledLine {
    let dash = options.ascii ? "-" : "─"
    let dot = options.ascii ? "-" : "·"
    var name = "step \(step.number)"
    if let id = step.id { name += " \(dot) \(id)" }
    if let title = step.title { name += " \(dot) \(title)" }
    let place = "\(step.number) of \(lesson.steps.count)"
    let room = max(0, options.width - name.displayWidth - place.count - 8)
    let line = StyledLine([
      StyledSpan("\(dash)\(dash) ", Self.quiet), StyledSpan(options.oneLine(name), TextStyle(bold: true)),
      StyledSpan(" " + String(repeating: dash, count: room) + " ", Self.quiet), StyledSpan(place, Self.quiet),
      StyledSpan(" \(dash)\(dash)", Self.quiet),
    ])
    return line.truncated(to: options.width, ellipsis: options.ellipsis)
  }

  /// The source as it stands in the lesson; a hidden step says only that it is there.
  func code(_ step: Step) -> [StyledLine] {
    if step.isHidden { return [StyledLine("(source hidden)", Self.quiet)] }
    return CodePicture.lines(for: step.source, options: options)
  }

  /// A record other than progress.
  func lines(for record: Record, of step: Step) -> [StyledLine] {
    var narrow = options
    narrow.width = max(TextOptions.minimumWidth, options.width - Self.indent)
    let lines: [StyledLine]
    if case .failure(let failure) = record.content {
      lines = FailurePicture.lines(
        for: failure, line: record.line, lesson: lesson.path, step: step.name,
        excerpt: excerpt(for: record, failure, of: step), options: narrow)
    } else {
      lines = RecordPicture.lines(for: record, options: narrow)
    }
    let pad = StyledLine(String(repeating: " ", count: Self.indent))
    return lines.map { pad + $0 }
  }

  func progress(_ history: [ProgressRecord], name: String) -> [StyledLine] {
    ProgressPicture.lines(history: history, name: name, options: options)
  }

  /// What is worth saying at the end of a step; nothing when all went as it should.
  func ending(_ end: RunEvent.StepEnd, of step: Step) -> [StyledLine] {
    if let note = end.note { return StyledLine("  (\(note))", Self.quiet).wrapped(to: options.width, indent: 2) }
    if end.status == .skipped {
      return [StyledLine(step.isRun ? "  (skipped)" : "  (shown, not run)", Self.quiet)]
    }
    return []
  }

  private func excerpt(for record: Record, _ failure: FailureRecord, of step: Step) -> SourceExcerpt? {
    guard let line = record.line, failure.reason != .mismatch else { return nil }
    let source = lesson.steps.map(\.source).first { source in
      source.file == (failure.file ?? lesson.path) && source.lines.contains(line)
    }
    guard let source else { return nil }
    let index = line - source.firstLine
    let texts = source.text.split(separator: "\n", omittingEmptySubsequences: false)
    let offset = source.columnOffsets.indices.contains(index) ? source.columnOffsets[index] : 0
    return SourceExcerpt(line: String(texts[index]), column: failure.column.map { $0 - offset })
  }

  static let quiet = TextStyle(dim: true)
}

extension SourceText {
  /// The lines of its file that it stands on.
  fileprivate var lines: Range<Int> {
    firstLine..<firstLine + text.split(separator: "\n", omittingEmptySubsequences: false).count
  }
}
