// What the judge says of a submission. Its JSON is what `lectern check --format json` prints.
import SystemTools

public struct Verdict: Codable, Equatable, Sendable {
  public enum Outcome: String, Codable, Sendable {
    case passed, failed
    /// Our fault: nothing is said of the submission, and no points are lost.
    case couldNotCheck
  }

  /// What stood between the submission and the machine.
  public enum Isolation: String, Codable, Sendable {
    case box
    /// Asked for with `--unsafe-local`.
    case none
  }

  public var exercise: String
  public var verdict: Outcome
  public var earned: Int
  public var points: Int
  public var isolation: Isolation
  /// Whether a control group limited the box besides: memory and processes counted by the kernel, over all of them.
  public var controlGroup = false
  /// What concerns the submission as a whole: it does not compile, it uses what is withheld, it could not be checked.
  public var message: String?
  /// Where that is in the submission, from 1.
  public var line: Int?
  public var column: Int?
  public var probes: [ProbeVerdict]
  /// Of the random input.
  public var seed: UInt64
  public var seconds: Double

  public init(
    exercise: String, verdict: Outcome, earned: Int = 0, points: Int, isolation: Isolation, message: String? = nil,
    line: Int? = nil, column: Int? = nil, probes: [ProbeVerdict] = [], seed: UInt64 = 0, seconds: Double = 0
  ) {
    self.exercise = exercise
    self.verdict = verdict
    self.earned = earned
    self.points = points
    self.isolation = isolation
    self.message = message
    self.line = line
    self.column = column
    self.probes = probes
    self.seed = seed
    self.seconds = seconds
  }
}

extension Verdict {
  /// How the message begins for a submission that does not compile.
  static func doesNotCompile(_ fileName: String) -> String { "\(fileName) does not compile: " }
}

public struct ProbeVerdict: Codable, Equatable, Sendable {
  public enum Status: String, Codable, Sendable {
    case passed, failed
    /// A probe that it needs did not pass.
    case notRun
    case couldNotCheck
  }

  /// A hidden probe's is `hidden probe 1` and so on: its own name says nothing to the learner.
  public var name: String
  public var visible: Bool
  public var status: Status
  public var earned: Int
  public var points: Int
  /// What a visible probe asks, as Swift.
  public var code: String?
  /// What is wrong; empty if it passed. Of a hidden probe no more than what a recognised mistake says.
  public var message: String
  /// Of a visible probe: shape, first bad index, expected and actual.
  public var difference: ValueDifference?
  /// The file name, without `.swift`, of the mistake whose value this is.
  public var mistake: String?
  /// `2.5`: where it is explained.
  public var lesson: String?
  /// Where in the submission it stopped, from 1.
  public var line: Int?
  /// What the submission printed while a visible probe ran.
  public var printed: String?

  public init(
    name: String, visible: Bool, status: Status, earned: Int, points: Int, message: String = "",
    difference: ValueDifference? = nil, mistake: String? = nil, lesson: String? = nil, line: Int? = nil,
    code: String? = nil, printed: String? = nil
  ) {
    self.name = name
    self.visible = visible
    self.status = status
    self.earned = earned
    self.points = points
    self.message = message
    self.difference = difference
    self.mistake = mistake
    self.lesson = lesson
    self.line = line
    self.code = code
    self.printed = printed
  }
}

extension ProbeVerdict {
  /// `lesson` is there for programs even where no lesson is named, as null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(visible, forKey: .visible)
    try container.encode(status, forKey: .status)
    try container.encode(earned, forKey: .earned)
    try container.encode(points, forKey: .points)
    try container.encodeIfPresent(code, forKey: .code)
    try container.encode(message, forKey: .message)
    try container.encodeIfPresent(difference, forKey: .difference)
    try container.encodeIfPresent(mistake, forKey: .mistake)
    try container.encode(lesson, forKey: .lesson)
    try container.encodeIfPresent(line, forKey: .line)
    try container.encodeIfPresent(printed, forKey: .printed)
  }
}
