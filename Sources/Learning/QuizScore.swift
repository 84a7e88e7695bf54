// How a learner answered a lesson's questions, and how their guesses came out: counts, and a sentence.
import LessonDocuments

public struct QuizScore: Equatable, Sendable {
  public var rightAtFirst = 0
  public var rightLater = 0
  /// Not answered, or not right yet.
  public var open = 0

  public var count: Int { rightAtFirst + rightLater + open }

  public init(of lesson: Lesson, in progress: LessonProgress) {
    for quiz in lesson.quizzes {
      switch progress.quizzes[quiz.question]?.rightAttempt {
      case 1: rightAtFirst += 1
      case .some: rightLater += 1
      case nil: open += 1
      }
    }
  }

  /// nil for a lesson without questions.
  public var sentence: String? {
    guard count > 0 else { return nil }
    let kinds = [(rightAtFirst, "right at the first attempt"), (rightLater, "right later"), (open, "open")]
    let there = kinds.filter { $0.0 > 0 }
    let whole = count == 1 ? "One question" : "\(count) questions"
    if there.count == 1 { return "\(whole): \(count == 1 ? "" : count == 2 ? "both " : "all ")\(there[0].1)." }
    return "\(whole): " + there.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + "."
  }
}

public struct GuessScore: Equatable, Sendable {
  public var right = 0
  public var wrong = 0
  /// Neither the output nor the learner said.
  public var undecided = 0

  public var count: Int { right + wrong + undecided }

  /// Counts the guesses that were made at the lesson's steps.
  public init(of lesson: Lesson, in progress: LessonProgress) {
    for guess in lesson.steps.compactMap({ progress.guesses[$0.name] }) {
      switch guess.wasRight {
      case true?: right += 1
      case false?: wrong += 1
      case nil: undecided += 1
      }
    }
  }

  /// nil when no guess was made.
  public var sentence: String? {
    guard count > 0 else { return nil }
    return count == 1
      ? "One guess\(right == 1 ? ", and it was right" : "")." : "\(count) guesses, \(right) of them right."
  }
}
