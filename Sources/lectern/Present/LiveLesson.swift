// The lesson that runs behind the slides, on a thread of its own, so that keys work while a step does.
import Foundation
import LessonDocuments
import StepExecution
import StepRecords
import SystemTools

/// Takes requests in order; what happens goes to the inbox.
final class LiveLesson: Sendable {
  enum Ending: Sendable {
    case ok
    case failed
    /// Another step, above, failed.
    case blocked(by: String)
    /// It did not begin.
    case cancelled
    /// The machine lacks something.
    case impossible(String)
  }

  private struct Request {
    /// nil runs none.
    var step: Int?
    /// The lesson to take in first; nil leaves it as it is.
    var lesson: Lesson?
  }

  /// Only touched while `condition` is locked.
  private final class Shared: @unchecked Sendable {
    var requests: [Request] = []
    var running: Int?
    var isClosing = false
    var isOver = false
  }

  private let condition = NSCondition()
  private let shared = Shared()
  private let cancellation: Cancellation
  private let inbox: PresentationInbox

  init(_ lesson: Lesson, root: String, environment: StepEnvironment, inbox: PresentationInbox) throws {
    self.inbox = inbox
    cancellation = try Cancellation()
    let thread = Thread { [self] in
      work(lesson, root, environment)
      environment.cache.prune()
      condition.withLock {
        shared.isOver = true
        condition.broadcast()
      }
    }
    thread.name = "lesson"
    thread.stackSize = 8 << 20
    thread.start()
  }

  // MARK: Requests

  /// Runs a step from the living state above it; steps above it that have none are run first.
  func run(_ step: Int) { add(Request(step: step)) }

  /// Runs a step of a changed lesson.
  func run(_ step: Int, of lesson: Lesson) { add(Request(step: step, lesson: lesson)) }

  private func add(_ request: Request) {
    condition.withLock {
      shared.requests.append(request)
      condition.broadcast()
    }
  }

  /// The step that was asked for first and has not ended, as an index.
  var current: Int? { condition.withLock { shared.running ?? shared.requests.lazy.compactMap(\.step).first } }

  /// Ends the running step, and forgets those that wait for it; the states above live on.
  func interrupt() {
    condition.withLock {
      for step in shared.requests.compactMap(\.step) { inbox.add(.ended(step: step, .cancelled)) }
      // A changed lesson stays changed.
      shared.requests = shared.requests.filter { $0.lesson != nil }.map { Request(lesson: $0.lesson) }
      if shared.running != nil { cancellation.cancel() }
    }
  }

  /// Ends everything, and waits until nothing runs any more.
  func close() {
    condition.withLock {
      shared.isClosing = true
      shared.requests = []
      cancellation.cancel()
      condition.broadcast()
      while !shared.isOver { condition.wait() }
    }
  }

  // MARK: The thread

  private func work(_ lesson: Lesson, _ root: String, _ environment: StepEnvironment) {
    let inbox = inbox
    let runner = LessonRunner(lesson, root: root, environment: environment, cancellation: cancellation) {
      inbox.add(.event($0))
    }
    inbox.add(.remembered(runner.rememberedOutputs()))
    // What fails here fails again, and is told, when a step runs.
    try? runner.prepare()
    while let request = next() {
      if let lesson = request.lesson { runner.update(to: lesson) }
      guard let step = request.step else { continue }
      inbox.add(.began(step: step))
      let ending = run(step, runner)
      condition.withLock { shared.running = nil }
      inbox.add(.ended(step: step, ending))
    }
  }

  private func next() -> Request? {
    condition.withLock {
      while shared.requests.isEmpty && !shared.isClosing { condition.wait() }
      if shared.isClosing { return nil }
      cancellation.reset()
      let request = shared.requests.removeFirst()
      shared.running = request.step
      return request
    }
  }

  private func run(_ step: Int, _ runner: LessonRunner) -> Ending {
    do {
      try runner.run(step)
      switch runner.session.states[step] {
      case .ok, .skipped: return .ok
      case .failed: return .failed
      case .fresh, .stale, .running:
        let above = runner.session.states.prefix(step).firstIndex(of: .failed)
        return above.map { .blocked(by: runner.lesson.steps[$0].name) } ?? .cancelled
      }
    } catch is CancellationError {
      return .cancelled
    } catch {
      return .impossible("\(error)")
    }
  }
}
