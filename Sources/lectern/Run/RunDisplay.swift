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

/// The whole lesson with its outputs, written when the run has ended.
final class DocumentDisplay: RunDisplay {
  private let lesson: Lesson
  private let write: (Lesson, [StepOutput]) -> String
  private var outputs: [String: StepOutput] = [:]

  init(lesson: Lesson, write: @escaping (Lesson, [StepOutput]) -> String) {
    self.lesson = lesson
    self.write = write
  }

  func show(_ event: RunEvent) {
    switch event {
    case .record(let step, let record): outputs[step, default: StepOutput()].records.append(record)
    case .stepEnded(let step, let end): outputs[step, default: StepOutput()].end = end
    case .lessonEnded:
      let all = lesson.steps.map { outputs[$0.name] ?? StepOutput() }
      let values = ProseValues(all, of: lesson)
      StandardOutput.write(write(values.replaced(in: lesson, tell: { StandardError.write("\($0)\n") }), all))
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
    case .value(let value): Double(value.text).map(ProseValue.number) ?? .text(value.text)
    case .series(let series): .number(series.last)
    case .tensor(let tensor): tensor.shape.isEmpty ? tensor.values.first.map { .number(Double($0)) } : nil
    default: nil
    }
  }

  func replaced(in lesson: Lesson, tell: (LessonWarning) -> Void) -> Lesson {
    let (lesson, warnings) = lesson.replacingProseNumbers { values[$0]?[$1] }
    warnings.forEach(tell)
    return lesson
  }
}
