// How far a learner is in one lesson: steps run, guesses made, questions answered. A value; ProgressFile keeps it.
import Grading
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
  /// When something of all this was last written down; nil if nobody noted it.
  public var lastUsed: Moment?

  public init() {}

  public var isStarted: Bool { self != LessonProgress() }

  /// Whether every step that the lesson has now came to a good end; a lesson without steps is done once it was opened.
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
    lastUsed = try container.decodeIfPresent(Moment.self, forKey: .lastUsed)
  }

  /// Takes in what is known of the same lesson elsewhere: all steps of both, and of each guess and question the best.
  /// The place is where the learner was last.
  mutating func merge(_ other: LessonProgress) {
    let isOtherLater = other.isLater(than: self)
    steps.formUnion(other.steps)
    if isOtherLater { place = other.place }
    guesses.merge(other.guesses) { mine, theirs in
      mine.worth == theirs.worth ? (isOtherLater ? theirs : mine) : (mine.worth > theirs.worth ? mine : theirs)
    }
    quizzes.merge(other.quizzes) { $0.merged(with: $1) }
    lastUsed = [lastUsed, other.lastUsed].compactMap { $0 }.max()
  }

  /// Where nobody noted the time, what knows a place is taken for later than what knows none.
  private func isLater(than other: LessonProgress) -> Bool {
    switch (lastUsed, other.lastUsed) {
    case (let mine?, let theirs?): mine > theirs
    case (nil, _?): false
    case (_?, nil): true
    case (nil, nil): other.place == nil && place != nil
    }
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

  /// A right guess is worth more than a wrong one, and that more than one of which nobody knows.
  fileprivate var worth: Int { wasRight.map { $0 ? 2 : 1 } ?? 0 }
}

/// Answers to one question.
public struct QuizProgress: Codable, Equatable, Sendable {
  public var attempts = 0
  /// Which attempt was the first right one, from 1; nil if none was.
  public var rightAttempt: Int?

  public init() {}

  public var isRight: Bool { rightAttempt != nil }
  public var isRightAtFirst: Bool { rightAttempt == 1 }

  public mutating func add(isRight: Bool) {
    attempts += 1
    if isRight, rightAttempt == nil { rightAttempt = attempts }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let right = try container.count(forKey: .rightAttempt)
    rightAttempt = right > 0 ? right : nil
    attempts = max(try container.count(forKey: .attempts), right)
  }

  fileprivate func merged(with other: QuizProgress) -> QuizProgress {
    var result = self
    result.attempts = max(attempts, other.attempts)
    result.rightAttempt = [rightAttempt, other.rightAttempt].compactMap { $0 }.min()
    return result
  }
}
