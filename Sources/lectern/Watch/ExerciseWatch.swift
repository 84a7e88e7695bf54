// `lectern watch EXERCISE`: the learner's file is checked on a worker whenever it is saved; here keys give what the
// learner would otherwise type in a second window: hints, the task, the next exercise.
import Foundation
import Grading
import Learning
import LessonDocuments
import Rendering
import StepExecution
import SystemTools

final class ExerciseWatch {
  private let exercise: Exercise
  private let format: ListFormat
  private let screen: WatchScreen
  private let events: WatchEvents
  private let worker: Worker<CheckedFile>
  /// One judge, kept warm from save to save.
  private let check: ExerciseCheck
  private var files: WatchedFiles
  /// What the latest verdict is called for.
  private var reason = "the file as it is"
  private var hasPassed = false
  private var isChecking = false
  private var isAskedToReset = false
  /// The next save is our own.
  private var hasReset = false
  /// Keys that were pressed during a check and are obeyed behind it.
  private var waiting: [Key] = []

  init(
    _ exercise: Exercise, containment: Judge.Containment, format: ListFormat, screen: WatchScreen, events: WatchEvents
  ) throws {
    (self.exercise, self.format, self.screen, self.events) = (exercise, format, screen, events)
    worker = try Worker()
    check = try ExerciseCheck(containment: containment, cancellation: worker.cancellation)
    files = WatchedFiles([exercise.file])
  }

  /// Whether a learner at the terminal has not begun: that this fails is known.
  private var isUntouched: Bool {
    guard screen.isInteractive, let file = try? RegularFile(exercise.file) else { return false }
    return file.bytes == (try? exercise.starter())
  }

  private var path: String { "Exercises/\(exercise.path)/\(exercise.fileName)" }

  /// Watches until the learner leaves.
  ///
  /// - Returns: what to watch next; nil to end.
  func run() throws -> CourseItem? {
    defer { worker.stop() }
    if isUntouched {
      screen.write(TaskPicture(exercise, screen.options).beginning(rows: rows - 8))
      screen.say("\nYour file is as it was given. Write your answer there; every save is checked.", PictureStyle.name)
      prompt()
    } else {
      if screen.isInteractive { screen.write(TaskPicture(exercise, screen.options).beginning(rows: rows / 3)) }
      startCheck()
    }
    while true {
      let typed = isChecking || waiting.isEmpty ? nil : WatchEvent.key(waiting.removeFirst())
      switch typed ?? events.next(&files, or: worker.descriptor) {
      case .work: try listen()
      case .file(.saved):
        reason = hasReset ? "the starter again" : "saved"
        hasReset = false
        startCheck()
      case .file(.gone): aside { screen.warn("\(path.harmless) is gone; waiting until it is back") }
      case .key(let key) where isChecking && ![.enter, .character("q")].contains(key): waiting.append(key)
      case .key(let key):
        switch try obey(key) {
        case .stay: break
        case .leave: return nil
        case .go(let exercise): return .exercise(exercise)
        }
      case .resized: screen.redrawLine()
      case .interrupted:
        screen.hideLine()
        throw CancellationError()
      case .endOfInput: return nil
      }
    }
  }

  // MARK: Checking

  /// Begins a check, instead of the one that goes on.
  private func startCheck() {
    worker.stop()
    isChecking = true
    isAskedToReset = false
    screen.busy("checking \(exercise.fileName)")
    let (worker, check, exercise) = (worker, check, exercise)
    worker.start { worker.give(try check.check(exercise)) }
  }

  private func listen() throws {
    let (outputs, ending) = worker.take()
    for checked in outputs { try show(checked) }
    guard let ending else { return }
    if case .failure(let error) = ending, !(error is CancellationError) {
      screen.warn(ExitStatus.message(for: error))
    }
    isChecking = false
    prompt()
  }

  private func show(_ checked: CheckedFile) throws {
    screen.hideLine()
    checked.keep()
    hasPassed = checked.verdict.verdict == .passed
    guard format == .text else { return StandardOutput.write(try checked.json()) }
    if screen.isInteractive { screen.rule(reason) }
    screen.write(checked.lines(screen.options))
    guard screen.isInteractive, hasPassed else { return }
    let next = nextExercise.map { "n goes on to the next exercise, \($0.id) (\($0.title))" }
    screen.say("\(next ?? "You have passed all exercises of this course").")
  }

  // MARK: Keys

  private enum Wish { case stay, leave, go(Exercise) }

  private func obey(_ key: Key) throws -> Wish {
    if isAskedToReset {
      isAskedToReset = false
      aside { key == .character("y") ? reset() : screen.say("Nothing was changed.") }
      return .stay
    }
    switch key {
    case .enter:
      reason = "again"
      startCheck()
    case .character("h"):
      aside {
        screen.write(
          [StyledLine()]
            + HintPicture(hint: GivenHint(exercise), exercise: exercise, options: screen.options, asking: .key).lines)
      }
    case .character("t"): aside { page("The task") { TaskPicture(self.exercise, $0).whole } }
    case .character("s"): aside { showSolution() }
    case .character("l"): aside { screen.write([StyledLine()] + list(screen.options)) }
    case .character("r"):
      isAskedToReset = true
      screen.ask("Put the starter back? Your file is kept beside it. y or n")
    case .character("n"):
      guard let next = nextExercise else {
        aside {
          screen.say(
            "There is no other exercise to pass; \(hasPassed ? "you have passed them all" : "this is the last").")
        }
        return .stay
      }
      worker.stop()
      screen.rule("the next exercise: \(next.id)")
      return .go(next)
    case .character("c"): aside { screen.toggleClearing() }
    case .character("q"): return .leave
    case .character("?"): aside { explain() }
    default: break
    }
    return .stay
  }

  /// The starter is another file than before, so the check begins by itself.
  private func reset() {
    do {
      let done = try exercise.reset()
      hasReset = done != .alreadyAsGiven
      screen.say(done.sentence(for: exercise))
    } catch {
      screen.warn("\(error)")
    }
  }

  private func showSolution() {
    do {
      let solution = try ShownSolution(of: exercise)
      if let reason = solution.reason { return screen.say(reason) }
      page(solution.file) { solution.lines($0) }
    } catch {
      screen.warn(ExitStatus.message(for: error))
    }
  }

  private func explain() {
    screen.explain(
      [
        ("Enter", "checks the file again"), ("h", "gives the next hint"), ("t", "shows the task"),
        ("l", "lists the exercises of this chapter"), ("n", "goes on to the next exercise"),
        ("s", "shows the solution, once you have passed"), ("r", "puts the starter back, and keeps your file"),
        ("c", "begins each check on a clear screen, and again not"), ("q", "quits"),
      ], "A save checks the file again.")
  }

  // MARK: The course

  private var nextExercise: Exercise? { ChapterExercises(of: exercise)?.next }

  private func list(_ options: TextOptions) -> [StyledLine] {
    ChapterExercises(of: exercise)?.lines(options) ?? [StyledLine("The course cannot be read.")]
  }

  // MARK: Telling

  /// Something instead of the line of keys, which comes back behind it.
  private func aside(_ body: () -> Void) {
    screen.hideLine()
    body()
    if isChecking { screen.busy("checking \(exercise.fileName)") } else if !isAskedToReset { prompt() }
  }

  private func prompt() {
    let keys = hasPassed ? ["n next", "s solution"] : ["h hint", "t task", "Enter again"]
    screen.prompt(path, keys + ["q quit", "? keys"])
  }

  private var rows: Int { Terminal.size?.rows ?? 24 }

  /// Lines a page at a time, if they are more than the window has.
  private func page(_ title: String, _ lines: @escaping (TextOptions) -> [StyledLine]) {
    let text = lines(screen.options)
    guard let keys = events.keys, text.count > rows - 2 else { return screen.write([StyledLine()] + text) }
    Pager(keys: keys, drawing: screen.drawing).show(title: title, lines)
  }
}
