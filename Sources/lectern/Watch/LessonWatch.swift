// `lectern watch LESSON`: one step after another runs on a worker; here saves and keys are heard all the while.
import Foundation
import Learning
import LessonDocuments
import Rendering
import StepExecution
import StepRecords
import SystemTools

final class LessonWatch {
  let source: LessonSource
  let screen: WatchScreen
  private let format: ListFormat
  private let events: WatchEvents
  private let environment: StepEnvironment
  private let worker: Worker<RunEvent>
  private var files: WatchedFiles
  private var runner: LessonRunner?
  private var display: (any RunDisplay)?
  /// Of all steps that have run, for prose that quotes them.
  private var values = ProseValues()

  /// As the runner has it.
  private(set) var lesson: Lesson
  /// One for each step; the runner's own are its worker's while that is busy.
  private(set) var states: [LessonSession.StepState] = []
  /// Where the latest run began, as an index.
  private var beginning = 0
  private var start = ContinuousClock.now
  /// The step that the worker is at, as an index.
  private var current = 0
  /// The lesson as it was saved while a step above the change ran.
  private var pending: Lesson?
  private var isRunning = false

  init(_ source: LessonSource, format: ListFormat, screen: WatchScreen, events: WatchEvents) throws {
    (self.source, self.format, self.screen, self.events) = (source, format, screen, events)
    environment = try StepEnvironment.find()
    worker = try Worker()
    files = WatchedFiles([source.absolutePath])
    lesson = Lesson(
      path: source.path, title: source.path, frontMatter: FrontMatter(), document: MarkdownNode(.document))
  }

  /// Watches until the reader leaves.
  ///
  /// - Returns: what to watch next; nil to end.
  func run() throws -> CourseItem? {
    defer {
      worker.stop()
      environment.cache.prune()
    }
    do {
      try begin(with: source.read())
    } catch let error as LessonError {
      // Who sits at the terminal can mend it.
      guard screen.isInteractive else { throw error }
      screen.warn("\(error)")
      prompt()
    }
    while true {
      switch events.next(&files, or: worker.descriptor) {
      case .work: listen()
      case .file(.saved): saved()
      case .file(.gone(let path)):
        let name = path.hasPrefix(source.root + "/") ? String(path.dropFirst(source.root.count + 1)) : path
        aside { screen.warn("\(name.harmless) is gone; waiting until it is back") }
      case .key(let key):
        switch obey(key) {
        case .stay: break
        case .leave: return nil
        case .go(let item): return item
        }
      case .resized: screen.redrawLine()
      case .interrupted:
        leaveRun()
        throw CancellationError()
      case .endOfInput: return nil
      }
    }
  }

  // MARK: Running

  private func begin(with reading: LessonReading) {
    lesson = reading.lesson
    tell(reading.warnings)
    files.follow(lesson, source: source)
    let worker = worker
    runner = LessonRunner(
      lesson, root: source.root, environment: environment, cancellation: worker.cancellation
    ) { worker.give($0) }
    startRun(from: 0)
  }

  private func startRun(from index: Int) {
    beginning = index
    start = .now
    isRunning = true
    display = makeDisplay(from: index)
    screen.hideLine()
    display?.show(.lesson(path: lesson.path, title: lesson.title, steps: lesson.steps.count))
    startStep()
  }

  /// Lets the next step without a result run; without one the run is over.
  private func startStep() {
    guard let runner else { return }
    states = runner.session.states
    guard let next = runner.session.next else { return endRun() }
    current = next
    // The worker's from here to its end.
    worker.start { try runner.run(through: next) }
  }

  private func endRun() {
    isRunning = false
    let isOK = !states.contains(.failed) && !states.contains(.fresh) && !states.contains(.stale)
    display?.show(.lessonEnded(status: isOK ? .ok : .failed, seconds: (ContinuousClock.now - start).seconds))
    keepProgress()
    prompt()
  }

  /// Ends a run in the middle.
  private func leaveRun() {
    guard isRunning else { return }
    let rest = worker.stop()
    isRunning = false
    pending = nil
    states = runner?.session.states ?? []
    if screen.isInteractive {
      (display as? TextDisplay)?.makeRoom()
      return screen.write([StyledLine("  (stopped)", StepDrawing.quiet)])
    }
    for event in rest { display?.show(event) }
    display?.show(.lessonEnded(status: .failed, seconds: (ContinuousClock.now - start).seconds))
  }

  private func listen() {
    let (outputs, ending) = worker.take()
    for event in outputs {
      note(event)
      display?.show(event)
    }
    guard let ending, let runner else { return }
    states = runner.session.states
    if let edited = pending {
      pending = nil
      goOn(with: edited)
    } else if case .failure(let error) = ending {
      // A full disk, a missing tool: when that is mended, a key or a save runs the lesson again.
      if !(error is CancellationError) { aside { screen.warn(ExitStatus.message(for: error)) } }
      endRun()
    } else {
      startStep()
    }
  }

  private func note(_ event: RunEvent) {
    switch event {
    case .stepStarted(_, let index, _, _): states[index - 1] = .running
    case .record(let step, let record): values.add(record, of: step)
    case .lesson, .stepEnded, .lessonEnded: break
    }
  }

  private func keepProgress() {
    let done = zip(lesson.steps, states).filter { $0.isRun && $1 == .ok }.map(\.0.name)
    guard !done.isEmpty, !Set(done).isSubset(of: LearnerProgress.of(source).steps) else { return }
    LearnerProgress.update(source) { $0.steps.formUnion(done) }
  }

  private func makeDisplay(from index: Int) -> any RunDisplay {
    switch format {
    case .json: JSONDisplay()
    case .text: TextDisplay(lesson: lesson, options: screen.options, from: index, values: values)
    }
  }

  // MARK: Saves

  private func saved() {
    let edited: Lesson
    do {
      let reading = try source.read()
      edited = reading.lesson
      tell(reading.warnings)
    } catch {
      return aside { screen.warn("\(error)") }
    }
    files.follow(edited, source: source)
    guard runner != nil else { return begin(with: LessonReading(lesson: edited, warnings: [])) }
    if isRunning {
      var session = LessonSession(lesson: lesson)
      let changed = session.update(to: edited) ?? edited.steps.count
      guard changed <= current else {
        // What runs is not touched by the change: it comes to its end first.
        pending = edited
        return
      }
      leaveRun()
    }
    take(edited)
  }

  private func take(_ edited: Lesson) {
    guard let runner else { return }
    let changed = runner.update(to: edited)
    lesson = edited
    states = runner.session.states
    guard let changed else {
      return prompt(note: screen.isInteractive ? "saved at \(WatchScreen.time()), no step changed" : "no step changed")
    }
    screen.rule("step \(edited.steps[changed].name) changed")
    startRun(from: changed)
  }

  /// The same run, below the step that has just ended.
  private func goOn(with edited: Lesson) {
    guard let runner else { return }
    let changed = runner.update(to: edited)
    lesson = edited
    if let changed { aside { screen.rule("step \(edited.steps[changed].name) changed") } }
    if let next = runner.session.next {
      display = makeDisplay(from: next)
      display?.show(.lesson(path: lesson.path, title: lesson.title, steps: lesson.steps.count))
    }
    startStep()
  }

  // MARK: Keys

  private enum Wish { case stay, leave, go(CourseItem) }

  private func obey(_ key: Key) -> Wish {
    switch key {
    case .enter: again(from: beginning)
    case .character("r"): again(from: 0)
    case .character("l"): aside { screen.write(StepList(lesson, states).lines(screen.options)) }
    case .character("n"):
      guard let next = nextLesson else {
        aside { screen.say("This is the course's last lesson.") }
        return .stay
      }
      leaveRun()
      screen.rule("the next lesson: \(next.path)")
      return .go(.lesson(next))
    case .character("c"): aside { screen.toggleClearing() }
    case .character("q"): return .leave
    case .character("?"), .character("h"): aside { explain() }
    default: break
    }
    return .stay
  }

  private func again(from index: Int) {
    leaveRun()
    guard let runner else { return saved() }
    let index = min(index, max(0, lesson.steps.count - 1))
    runner.outdate(from: index)
    screen.rule(index == 0 ? "again" : "again from step \(lesson.steps[index].name)")
    startRun(from: index)
  }

  private var nextLesson: LessonSource? {
    guard let course = try? Course.containing(source.root),
      let place = course.lessons.firstIndex(where: { $0.absolutePath == source.absolutePath })
    else { return nil }
    return course.lessons.dropFirst(place + 1).first.map {
      LessonSource(root: course.root, path: $0.path, absolutePath: $0.absolutePath)
    }
  }

  // MARK: Telling

  /// Something between the outputs of a run, or instead of the line of keys.
  private func aside(_ body: () -> Void) {
    (display as? TextDisplay)?.makeRoom()
    body()
    if !isRunning { prompt() }
  }

  private func prompt(note: String? = nil) {
    screen.prompt(source.path, ["Enter again", "l steps", "n next", "q quit", "? keys"], note: note)
  }

  private func tell(_ warnings: [LessonWarning]) {
    guard !warnings.isEmpty else { return }
    (display as? TextDisplay)?.makeRoom()
    for warning in warnings { screen.warn("\(warning)") }
  }

  private func explain() {
    var keys = [("Enter", "runs again from the first step")]
    if beginning > 0, lesson.steps.indices.contains(beginning) {
      keys = [
        ("Enter", "runs again from step \(lesson.steps[beginning].name), where the last run began"),
        ("r", "runs again from the first step"),
      ]
    }
    keys.append(("l", "lists the steps and how they went"))
    if let next = nextLesson { keys.append(("n", "goes on to the next lesson, \(next.path)")) }
    keys += [("c", "begins each run on a clear screen, and again not"), ("q", "quits")]
    screen.explain(
      keys, "A save runs the lesson again from the first step that changed; a step that runs is stopped for it.")
  }
}
