// Where a run stands: which steps are fresh, stale, running, ok, failed. A pure value; `LessonRunner` does what it says.
import LessonDocuments

public struct LessonSession: Equatable, Sendable {
  public enum StepState: String, Equatable, Sendable {
    /// Not run yet.
    case fresh
    /// Ran once; since then it, or a step above it, was changed or run again.
    case stale
    case running
    case ok
    case failed
    /// Not run, because the author says `no-run` or a step above it failed.
    case skipped
  }

  public private(set) var lesson: Lesson
  /// One for each step, in order.
  public private(set) var states: [StepState]

  public init(lesson: Lesson) {
    self.lesson = lesson
    states = lesson.steps.map { _ in .fresh }
  }

  /// The first step that has no result, as an index; nil when all have one.
  public var next: Int? { states.firstIndex { $0 == .fresh || $0 == .stale } }

  /// True while a step has failed.
  public var hasFailed: Bool { states.contains(.failed) }

  /// A step begins. What stands below it was made from what it is about to replace.
  public mutating func start(_ index: Int) {
    states[index] = .running
    for later in states.indices[(index + 1)...] { Self.outdate(&states[later]) }
  }

  public mutating func finish(_ index: Int, _ state: StepState) {
    states[index] = state
  }

  /// The steps that cannot run after a failure.
  public mutating func skip(_ indices: Range<Int>) {
    for index in indices { states[index] = .skipped }
  }

  /// The steps from `index` on are to run again.
  public mutating func outdate(from index: Int) {
    for later in states.indices.dropFirst(index) { Self.outdate(&states[later]) }
  }

  /// Takes in an edited lesson: the steps before the first change keep their results, all others lose them.
  /// Prose can change without touching any step.
  ///
  /// - Returns: the index of the first step that has to run again; nil if no step changed.
  @discardableResult
  public mutating func update(to edited: Lesson) -> Int? {
    let isSameSetting = lesson.frontMatter.seed == edited.frontMatter.seed
    let before = lesson.runnableSteps
    let after = edited.runnableSteps
    let unchanged = isSameSetting ? zip(before, after).prefix { $0 == $1 }.count : 0
    var states = Array(states.prefix(unchanged))
    for index in unchanged..<max(unchanged, after.count) {
      var state = index < self.states.count ? self.states[index] : .fresh
      Self.outdate(&state)
      states.append(state)
    }
    self.states = states
    lesson = edited
    return unchanged < after.count ? unchanged : nil
  }

  private static func outdate(_ state: inout StepState) {
    state = state == .fresh || state == .skipped ? .fresh : .stale
  }
}

extension Lesson {
  /// What of each step decides its result: not where it stands in the file.
  fileprivate var runnableSteps: [RunnableStep] {
    steps.map { step in
      RunnableStep(
        name: step.name, text: step.source.text, trace: step.trace, timeout: step.timeout ?? frontMatter.timeout,
        isRun: step.isRun, outcome: step.expectation,
        expected: expectations.filter { $0.step == step.number }.map(\.lines))
    }
  }
}

private struct RunnableStep: Equatable {
  var name: String
  var text: String
  var trace: Step.Trace
  var timeout: Double?
  var isRun: Bool
  var outcome: Step.Outcome
  var expected: [[String]]
}
