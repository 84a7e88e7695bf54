// How far a learner is in one lesson as it is now: what the lesson holds beside what is known of the learner.
import Grading
import LessonDocuments

public struct LessonStanding: Equatable, Sendable {
  public var lesson: CourseLesson
  public var state: StandingState
  /// Those that run.
  public var steps = 0
  public var stepsDone = 0
  public var questions = 0
  public var questionsRight = 0
  public var questionsRightAtFirst = 0
  /// Where the learner left, if that step is still there.
  public var place: Place?
  /// As the author reckons.
  public var minutes: Int?
  /// Lessons that should come before, as the author names them.
  public var needs: [String] = []
  public var lastUsed: Moment?

  public struct Place: Equatable, Sendable {
    public var step: String
    /// Among all steps of the lesson, from 1.
    public var number: Int
    public var of: Int
  }

  /// - Parameter text: what the lesson says; nil if it cannot be read.
  public init(_ lesson: CourseLesson, text: Lesson?, progress: LessonProgress) {
    self.lesson = lesson
    lastUsed = progress.lastUsed
    state = progress.isStarted ? .started : .new
    guard let text else { return }
    if progress.isDone(text) { state = .done }
    let running = text.steps.filter(\.isRun)
    steps = running.count
    stepsDone = running.count { progress.steps.contains($0.name) }
    let answers = text.quizzes.map { progress.quizzes[$0.question] ?? QuizProgress() }
    questions = answers.count
    questionsRight = answers.count(where: \.isRight)
    questionsRightAtFirst = answers.count(where: \.isRightAtFirst)
    if let index = text.steps.firstIndex(where: { $0.name == progress.place }) {
      place = Place(step: text.steps[index].name, number: index + 1, of: text.steps.count)
    }
    minutes = text.frontMatter.minutes
    needs = text.frontMatter.needs
  }

  /// The share of its steps that are done, 0 to 1.
  public var share: Double {
    switch state {
    case .new: 0
    case .done: 1
    case .started: steps > 0 ? Double(stepsDone) / Double(steps) : 0
    }
  }

  /// What it is called on the command line.
  public var name: String { lesson.number ?? lesson.slug }
}
