// What happens while a lesson runs, in order: the one stream that terminal, page and JSON are drawn from.

/// An event of a run; as JSON one object a line, see `RecordJSON`.
public enum RunEvent: Equatable, Sendable {
  case lesson(path: String, title: String, steps: Int)
  /// `index` is the step's number in the lesson, from 1; `line` is where its fence opens.
  case stepStarted(step: String, index: Int, line: Int, cached: Bool)
  case record(step: String, Record)
  case stepEnded(step: String, StepEnd)
  case lessonEnded(status: Status, seconds: Double)

  public enum Status: String, Codable, Sendable { case ok, failed, skipped }

  public struct StepEnd: Equatable, Codable, Sendable {
    public var status: Status
    /// Zero when the step came from the cache or was not run.
    public var compileSeconds: Double
    public var linkSeconds: Double
    public var runSeconds: Double
    /// What the reader should know although the step ran, such as "shows no intermediates".
    public var note: String?

    public init(
      status: Status, compileSeconds: Double = 0, linkSeconds: Double = 0, runSeconds: Double = 0, note: String? = nil
    ) {
      self.status = status
      self.compileSeconds = compileSeconds
      self.linkSeconds = linkSeconds
      self.runSeconds = runSeconds
      self.note = note
    }
  }
}

extension RunEvent: Codable {
  private enum Key: String, CodingKey { case event, path, title, steps, step, index, line, cached, status, seconds }

  private enum Event: String, Codable { case lesson, stepStarted, record, stepEnded, lessonEnded }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .lesson(let path, let title, let steps):
      try container.encode(Event.lesson, forKey: .event)
      try container.encode(path, forKey: .path)
      try container.encode(title, forKey: .title)
      try container.encode(steps, forKey: .steps)
    case .stepStarted(let step, let index, let line, let cached):
      try container.encode(Event.stepStarted, forKey: .event)
      try container.encode(step, forKey: .step)
      try container.encode(index, forKey: .index)
      try container.encode(line, forKey: .line)
      try container.encode(cached, forKey: .cached)
    case .record(let step, let record):
      try container.encode(Event.record, forKey: .event)
      try container.encode(step, forKey: .step)
      try record.encode(to: encoder)
    case .stepEnded(let step, let end):
      try container.encode(Event.stepEnded, forKey: .event)
      try container.encode(step, forKey: .step)
      try end.encode(to: encoder)
    case .lessonEnded(let status, let seconds):
      try container.encode(Event.lessonEnded, forKey: .event)
      try container.encode(status, forKey: .status)
      try container.encode(seconds, forKey: .seconds)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.decode(Event.self, forKey: .event) {
    case .lesson:
      self = .lesson(
        path: try container.decode(String.self, forKey: .path),
        title: try container.decode(String.self, forKey: .title),
        steps: try container.decode(Int.self, forKey: .steps))
    case .stepStarted:
      self = .stepStarted(
        step: try container.decode(String.self, forKey: .step),
        index: try container.decode(Int.self, forKey: .index),
        line: try container.decode(Int.self, forKey: .line),
        cached: try container.decode(Bool.self, forKey: .cached))
    case .record:
      self = .record(step: try container.decode(String.self, forKey: .step), try Record(from: decoder))
    case .stepEnded:
      self = .stepEnded(step: try container.decode(String.self, forKey: .step), try StepEnd(from: decoder))
    case .lessonEnded:
      self = .lessonEnded(
        status: try container.decode(Status.self, forKey: .status),
        seconds: try container.decode(Double.self, forKey: .seconds))
    }
  }
}
