// How far a learner is in one lesson: steps run, guesses made, questions answered. A value; ProgressFile keeps it.
import LessonDocuments

public struct LessonProgress: Codable, Equatable, Sendable {
  /// The names of the steps that came to a good end.
  public var steps: Set<String> = []
  /// The step that was on the screen when the learner left; nil before the first and behind the last.
  public var place: String?
  /// By step name, the latest guess of each `predict` step.
  public var guesses: [String: GuessProgress] = [:]
  /// By question.
  public var quizzes: [String: QuizProgress] = [:]

  public init() {}

  public var isStarted: Bool { self != LessonProgress() }

  /// Whether every step that the lesson has now came to a good end; false for a lesson without steps that was never
  /// opened to its end.
  public func isDone(_ lesson: Lesson) -> Bool {
    isStarted && lesson.steps.allSatisfy { !$0.isRun || steps.contains($0.name) }
  }

  /// What is missing is as at the beginning.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    steps = try container.decodeIfPresent(Set<String>.self, forKey: .steps) ?? []
    place = try container.decodeIfPresent(String.self, forKey: .place)
    guesses = try container.decodeIfPresent([String: GuessProgress].self, forKey: .guesses) ?? [:]
    quizzes = try container.decodeIfPresent([String: QuizProgress].self, forKey: .quizzes) ?? [:]
  }
}

/// A guess at what a step will show.
public struct GuessProgress: Codable, Equatable, Sendable {
  public var guess: String
  /// nil when neither the output nor the learner has said.
  public var wasRight: Bool?

  public init(guess: String, wasRight: Bool? = nil) {
    self.guess = guess
    self.wasRight = wasRight
  }
}

/// Answers to one question.
public struct QuizProgress: Codable, Equatable, Sendable {
  public var attempts = 0
  /// Which attempt was the first right one, from 1; nil if none was.
  public var rightAttempt: Int?

  public init() {}

  public var isRight: Bool { rightAttempt != nil }

  public mutating func add(isRight: Bool) {
    attempts += 1
    if isRight, rightAttempt == nil { rightAttempt = attempts }
  }
}
