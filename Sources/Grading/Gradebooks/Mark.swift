// A student's mark for an exercise, and how it comes about.

public struct Mark: Equatable, Sendable {
  public enum State: String, Codable, Sendable {
    case marked, notHandedIn
    /// Our fault; the points are open until it is checked.
    case couldNotCheck
    /// The submission was refused, and earns nothing.
    case refused
  }

  public var exercise: String
  public var points: Int
  public var state: State
  /// Of the attempt that counts, before lateness.
  public var earned: Int?
  /// Seconds after it was due.
  var late: Int64 = 0
  var deducted = Share(hundredths: 0)
  var override: Override?
  /// What counts in the end; nil as long as it could not be checked.
  public var value: Points?
  /// Of different files, whenever they were judged.
  public var attempts: Int = 0
  var handedIn: Moment?
  var gradedAt: Moment?
  /// Of the attempt that counts.
  var attempt: Int64?
  var outcome: Verdict.Outcome?
  var isolation: Verdict.Isolation?
  var file: String?
  var sha256: String?

  struct Override: Equatable, Sendable {
    var mark: Points
    var reason: String
    var author: String
    var at: Moment
  }

  /// `7.5`, `?` for what could not be checked, with `*` for an override.
  public var text: String { (value?.text ?? "?") + (override == nil ? "" : "*") }
}

/// All marks of one student.
public struct StudentMarks: Equatable, Sendable {
  public var student: String
  /// Why nothing was judged the last time.
  public var refusal: String?
  var notes: [String]
  /// In the order of the course.
  public var marks: [Mark]

  public var total: Points { marks.reduce(Points.zero) { $0 + ($1.value ?? .zero) } }

  /// The points of all exercises but those that could not be checked.
  public var possible: Int { marks.reduce(0) { $0 + ($1.value == nil ? 0 : $1.points) } }
}

/// An exercise as the gradebook knows it.
public struct GradedExercise: Equatable, Sendable {
  public var id: String
  public var title: String
  public var points: Int
  var lesson: String?
}
