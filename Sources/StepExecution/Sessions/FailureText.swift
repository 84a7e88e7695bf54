// The one place where a step's end becomes a sentence for the learner.
import Foundation
import LessonDocuments
import StepRecords

/// Turns endings and compiler diagnostics into failure records at their lines in the lesson.
struct FailureText {
  let lesson: Lesson
  let symbolizer: Symbolizer

  // MARK: Compiler

  func records(of failure: CompileFailure, step: Step) -> [Record] {
    failure.diagnostics.map { diagnostic in
      record(
        .compileError, at: diagnostic.position ?? step.range.start, in: diagnostic.file,
        ([diagnostic.message] + diagnostic.notes.map { "note: \($0)" }).joined(separator: "\n"))
    }
  }

  // MARK: Endings

  /// nil when the step came to its end.
  func record(of ending: StepEnding, step: Step, limits: RunLimits, compiled: [CompiledStep]) -> Record? {
    guard let said = EndingText(subject: "the step").describe(ending, limits: limits) else { return nil }
    var message = said.message
    let place = symbolizer.innermostPlace(of: said.frames, in: compiled.map(TracedLibrary.init))
    if case .signal(_, _, nil) = ending, let failure = place?.runtimeFailure { message = failure }
    guard let place, let source = lesson.steps.first(where: { $0.number == place.step })?.source else {
      return record(said.reason, at: SourcePosition(line: step.range.start.line, column: 0), in: lesson.path, message)
    }
    var position = source.position(line: place.line, column: max(1, place.column))
    if place.column == 0 { position.column = 0 }
    return record(said.reason, at: position, in: source.file, message)
  }

  /// The printed text is not what an `expect` block says.
  func record(ofMismatch lines: [DiffLine], in expectation: Expectation) -> Record {
    let text = lines.map(\.description).joined(separator: "\n")
    return record(
      .mismatch, at: SourcePosition(line: expectation.range.start.line, column: 0), in: lesson.path,
      "the output is not what is expected (- expected, + printed)\n\(text)")
  }

  /// A step that should have failed, and how it should have.
  func record(ofMissingFailure outcome: Step.Outcome, step: Step) -> Record {
    record(
      .mismatch, at: SourcePosition(line: step.range.start.line, column: 0), in: lesson.path,
      outcome == .compileError
        ? "the step says expect-compile-error, and it compiles" : "the step says expect-failure, and it came to its end"
    )
  }

  private func record(
    _ reason: FailureRecord.Reason, at position: SourcePosition, in file: String, _ message: String
  ) -> Record {
    Record(
      line: position.line,
      content: .failure(
        FailureRecord(
          reason: reason, column: position.column > 0 ? position.column : nil, message: message,
          file: file == lesson.path ? nil : file)))
  }
}
