// How far a learner is in one chapter: its lessons, its exercises and the questions in its lessons.

public struct ChapterStanding: Equatable, Sendable {
  /// nil if its folder has none.
  public var number: Int?
  public var title: String
  public var lessons: [LessonStanding] = []
  public var exercises: [ExerciseStanding] = []

  public init(number: Int?, title: String) {
    self.number = number
    self.title = title
  }

  public var lessonCount: Tally { Tally(done: lessons.count { $0.state == .done }, total: lessons.count) }
  public var exerciseCount: Tally { Tally(done: exercises.count { $0.state == .done }, total: exercises.count) }
  public var questionCount: Tally {
    lessons.reduce(Tally()) { $0 + Tally(done: $1.questionsRight, total: $1.questions) }
  }

  /// Of all there is to do, 0 to 1: each lesson by its steps, each exercise and each question as one.
  public var share: Double {
    let total = lessonCount.total + exerciseCount.total + questionCount.total
    guard total > 0 else { return 0 }
    let done = lessons.reduce(0) { $0 + $1.share } + Double(exerciseCount.done + questionCount.done)
    return done / Double(total)
  }
}

/// So many of so many.
public struct Tally: Equatable, Sendable {
  public var done = 0
  public var total = 0

  public static func + (a: Tally, b: Tally) -> Tally { Tally(done: a.done + b.done, total: a.total + b.total) }

  public var isComplete: Bool { done == total }
  /// `4/9`
  public var text: String { "\(done)/\(total)" }
}
