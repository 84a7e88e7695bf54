// The one way in: any record as lines of styled text.
import LessonDocuments
import StepRecords

/// Draws a record for a terminal. A function of the record and the options alone: no clock, no terminal, no state.
public enum RecordPicture {
  /// The record's lines, none wider than `options.width`; in ASCII they hold only 0x20…0x7e. A record that
  /// contradicts itself (values that do not fill the shape) is drawn as far as it makes sense, and says so.
  public static func lines(for record: Record, options: TextOptions) -> [StyledLine] {
    if options.plain { return RecordDescription.lines(for: record, options: options) }
    let lines = contentLines(for: record, options: options)
    guard let note = note(record) else { return lines }
    let quiet = StyledLine(options.oneLine(note), PictureStyle.quiet)
    guard let first = lines.first, first.displayWidth + 2 + quiet.displayWidth <= options.width else {
      return lines + PictureLayout.indented([quiet.truncated(to: options.width - 2, ellipsis: options.ellipsis)])
    }
    return [first + StyledLine("  ") + quiet] + lines.dropFirst()
  }

  /// A record of a step of a lesson: a failure names its place there and shows the source it is about.
  public static func lines(
    for record: Record, of step: Step, in lesson: Lesson, options: TextOptions
  ) -> [StyledLine] {
    guard case .failure(let failure) = record.content else { return lines(for: record, options: options) }
    return FailurePicture.lines(
      for: failure, line: record.line, lesson: lesson.path, step: step.name,
      excerpt: SourceExcerpt(of: record, in: lesson), options: options)
  }

  /// Which of several values of the name this is, if there were several.
  static func note(_ record: Record) -> String? {
    guard let times = record.times, times > 1 else { return nil }
    let numbers = NumberText(TextOptions())
    let which = record.occurrence.map { $0 == times ? "the last" : "number \(numbers.count($0))" } ?? "one"
    return "(\(which) of \(numbers.count(times)) values)"
  }

  private static func contentLines(for record: Record, options: TextOptions) -> [StyledLine] {
    switch record.content {
    case .value(let value): ValuePicture.lines(for: value, name: record.name, options: options)
    case .tensor(let tensor):
      if let labels = tensor.heatMap {
        HeatMapPicture.lines(for: tensor, labels: labels, name: record.name, options: options)
      } else {
        TensorPicture.lines(for: tensor, name: record.name, options: options)
      }
    case .attention(let attention): AttentionPicture.lines(for: attention, name: record.name, options: options)
    case .series(let series): SeriesPicture.lines(for: series, name: record.name, options: options)
    case .progress(let progress): ProgressPicture.lines(history: [progress], name: record.name, options: options)
    case .table(let table): TablePicture.lines(for: table, name: record.name, options: options)
    case .distribution(let distribution):
      DistributionPicture.lines(for: distribution, name: record.name, options: options)
    case .text(let text): TextPicture.lines(for: text, options: options)
    case .picture(let picture):
      if let chart = picture.chart {
        ChartPicture.lines(for: chart, name: record.name, options: options)
      } else {
        DrawingPicture.lines(for: picture, name: record.name, options: options)
      }
    case .failure(let failure): FailurePicture.lines(for: failure, line: record.line, options: options)
    }
  }
}
