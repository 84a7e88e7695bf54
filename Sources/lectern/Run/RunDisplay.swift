// What a run looks like from outside: text, JSON, or a document made at the end.
import Foundation
import LessonDocuments
import Rendering
import StepRecords

/// Takes the events of a run as they happen.
protocol RunDisplay: AnyObject {
  func show(_ event: RunEvent)
}

/// One object a line, flushed as it happens.
final class JSONDisplay: RunDisplay {
  func show(_ event: RunEvent) {
    // Every event is of types that JSON can hold; see RecordJSON for the numbers it cannot.
    if let line = try? RecordJSON.line(event) { StandardOutput.write(line) }
  }
}

/// The whole lesson with its outputs, given away when the run has ended.
final class DocumentDisplay: RunDisplay {
  private let lesson: Lesson
  private let finish: (Lesson, [StepOutput]) -> Void
  private var outputs: [String: StepOutput] = [:]

  /// - Parameter finish: takes the lesson, its prose filled in, and an output for each step.
  init(lesson: Lesson, finish: @escaping (Lesson, [StepOutput]) -> Void) {
    self.lesson = lesson
    self.finish = finish
  }

  func show(_ event: RunEvent) {
    switch event {
    case .record(let step, let record): outputs[step, default: StepOutput()].records.append(record)
    case .stepEnded(let step, let end): outputs[step, default: StepOutput()].end = end
    case .lessonEnded:
      let all = lesson.steps.map { outputs[$0.name] ?? StepOutput() }
      finish(ProseValues(all, of: lesson).replacedTellingWarnings(in: lesson), all)
    case .lesson, .stepStarted: break
    }
  }
}

/// The values that prose may quote with `{{step.name}}`.
struct ProseValues {
  private var values: [String: [String: ProseValue]] = [:]

  init() {}

  init(_ outputs: [StepOutput], of lesson: Lesson) {
    for (step, output) in zip(lesson.steps, outputs) {
      for record in output.records { add(record, of: step.name) }
    }
  }

  mutating func add(_ record: Record, of step: String) {
    guard !record.name.isEmpty, let value = Self.value(of: record.content) else { return }
    values[step, default: [:]][record.name] = value
  }

  private static func value(of content: Record.Content) -> ProseValue? {
    switch content {
    case .value(let value): Double(value.text).map(ProseValue.number) ?? .text(unquoted(value))
    case .series(let series): .number(series.last)
    case .tensor(let tensor): tensor.shape.isEmpty ? tensor.values.first.map { .number(Double($0)) } : nil
    default: nil
    }
  }

  /// A string as itself; records hold it as it stands in source.
  private static func unquoted(_ value: ValueRecord) -> String {
    guard ["String", "Substring", "Character"].contains(value.type), value.text.hasPrefix("\""),
      value.text.hasSuffix("\""), value.text.count > 1
    else { return value.text }
    return String(value.text.dropFirst().dropLast()).replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
  }

  func replaced(in lesson: Lesson) -> (lesson: Lesson, warnings: [LessonWarning]) {
    lesson.replacingProseNumbers { values[$0]?[$1] }
  }

  /// Tells on standard error which values are missing.
  func replacedTellingWarnings(in lesson: Lesson) -> Lesson {
    let (filled, warnings) = replaced(in: lesson)
    for warning in warnings { StandardError.write("\(warning)\n") }
    return filled
  }

  func replaced(in node: MarkdownNode) -> MarkdownNode {
    node.replacingProseNumbers { values[$0]?[$1] }
  }
}
