// The line of source that a failure is about, found in the lesson's steps.
import LessonDocuments
import StepRecords

/// The line of source a failure is about.
public struct SourceExcerpt: Equatable, Sendable {
  public var line: String
  /// In UTF-8 bytes of `line`, from 1; nil if only the line is known.
  public var column: Int?

  public init(line: String, column: Int? = nil) {
    self.line = line
    self.column = column
  }
}

extension SourceExcerpt {
  /// nil if the record is no failure at a line of a step's source. A mismatch is about what was printed, not about source.
  public init?(of record: Record, in lesson: Lesson) {
    guard case .failure(let failure) = record.content, failure.reason != .mismatch, let line = record.line else {
      return nil
    }
    for source in lesson.steps.map(\.source) where source.file == failure.file ?? lesson.path {
      let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
      let index = line - source.firstLine
      guard lines.indices.contains(index) else { continue }
      let offset = source.columnOffsets.indices.contains(index) ? source.columnOffsets[index] : 0
      self.init(line: String(lines[index]), column: failure.column.map { $0 - offset })
      return
    }
    return nil
  }
}
