// A lesson on a terminal, one step at a time: asks for a key, and does what it says. The screen is a transcript that
// scrolls, with one row of keys at its end; what a key means is RunPlace's.
import Foundation
import LessonDocuments
import Rendering
import StepExecution
import StepRecords

final class InteractiveRun {
  let source: LessonSource
  let drawing: DrawingOptions
  let interrupt: Interrupt
  let keys: KeyReader
  let display: StepDisplay
  let runner: LessonRunner
  let progress: RunProgress
  var edits: LessonEdits
  var place: RunPlace
  var variation: Variation?
  var search: LessonSearch?
  /// Why the lesson's file could not be read when it was last looked at; told once.
  var complaint = ""
  /// Quizzes that were put in this session, as indices.
  var asked: Set<Int> = []
  /// Steps at which a guess was asked for in this session, by their names.
  var guessed: Set<String> = []
  private let lines = LineHistory()
  private let cache: StepCache

  /// The reader leaves.
  struct Leaving: Error {}

  init(
    _ lesson: Lesson, source: LessonSource, environment: StepEnvironment, options: RunOptions, drawing: DrawingOptions,
    interrupt: Interrupt
  ) {
    self.source = source
    self.drawing = drawing
    self.interrupt = interrupt
    cache = environment.cache
    edits = LessonEdits(lesson)
    place = RunPlace(steps: lesson.steps.map(\.name))
    keys = KeyReader(interrupt: interrupt)
    let display = StepDisplay(lesson: lesson, drawing: drawing)
    let progress = RunProgress(source: source)
    self.display = display
    self.progress = progress
    runner = LessonRunner(
      lesson, root: source.root, environment: environment, options: options, cancellation: interrupt.cancellation
    ) { event in
      progress.take(event)
      display.show(event)
    }
  }

  var prompt: OfferPrompt { OfferPrompt(keys: keys, drawing: drawing) }

  /// - Parameter last: the steps up to and including this one, as an index, run without asking.
  /// - Throws: `WorkFailed` if a step is failed when the reader leaves; `CancellationError` after Ctrl-C.
  func run(until last: Int? = nil) throws {
    defer { cache.prune() }
    do {
      display.write(LessonOpening(of: edits.base, source: source).lines(drawing.text()))
      try begin(until: last)
      while true { try perform(nextAction()) }
    } catch is Leaving {
      if runner.session.hasFailed { throw WorkFailed() }
    }
  }

  private func nextAction() throws -> RunAction {
    while true {
      let action = prompt.ask("", place.offers) { place.action(for: $0) }
      if try takeFileChange(before: action) { return action }
    }
  }

  private func perform(_ action: RunAction) throws {
    switch action {
    case .keep, .vary, .line, .keys: break
    default: variation = nil
    }
    switch action {
    case .search, .nextHit, .line, .keys: break
    default: search = nil
    }
    switch action {
    case .next: place.isAtEnd ? try leave() : try run(place.next)
    case .again:
      guard let latest = place.latest else { break }
      display.drawStep(latest)
      try run(latest)
    case .back: try show(max(0, place.next - 1))
    case .forth: try show(min(place.steps.count, place.next + 1))
    case .goTo(let name): try goTo(name)
    case .edit(let name): try edit(name)
    case .editOutside(let name): try editOutside(name)
    case .vary(let name): try vary(name)
    case .keep: try keepVariation()
    case .original: try restoreOriginal()
    case .write: try write()
    case .line: try askLine()
    case .look(let text): try look(text)
    case .variables: try lookAtVariables()
    case .zoom(let text): try zoom(text)
    case .search(let text): try find(text)
    case .nextHit: showNextHit()
    case .dismiss: break
    case .keys: showKeys()
    case .quit: try leave()
    case .interrupted: try leaveInterrupted()
    }
    place.hasVariation = variation != nil
    place.isSearching = search != nil
  }

  /// Asks for a line behind a colon, and does what it says.
  private func askLine() throws {
    let names = runner.variables(through: place.steps.count - 1).map(\.name)
    guard let line = try askLine(":", history: lines, completions: names + RunAction.words),
      let action = RunAction(line: line, variables: names)
    else { return }
    display.note(":" + line, TextStyle(bold: true))
    switch action {
    case .keep where variation == nil: display.say("There is no variation to keep; v tries one.")
    case .original where !place.isEditedAtHand: display.say("This step is as the lesson's file says.")
    case .write where place.edited.isEmpty: display.say("No step is edited; there is nothing to write.")
    default: try perform(action)
    }
  }

  // MARK: Steps

  /// Runs a step, shown, unless Ctrl-C comes before it begins.
  func start(_ index: Int) throws {
    display.want(index)
    do {
      try runner.run(index)
    } catch is CancellationError {
      display.say("Interrupted before the step began.")
    }
    place.latest = index
  }

  /// Runs a step, and goes on to what stands below it if it came to a good end.
  func run(_ index: Int) throws {
    let step = runner.lesson.steps[index]
    let guess = try askGuess(for: step)
    if case .stays = guess { return }
    sayCatchingUp(through: index - 1)
    try start(index)
    if try takeInterrupt() {
      sayHowFar(step)
      place.next = index
    } else if let above = (0..<index).first(where: { !runner.isAlive($0) }) {
      display.say("Step \(place.steps[above]) failed, and step \(step.name) stands below it.")
      (place.next, place.latest) = (above, above)
      progress.keepPlace(above, in: edits.base)
    } else if runner.session.states[index] == .failed {
      // A failed step stays the next one: mend it with e, or try again.
      place.next = index
    } else {
      if case .guess(let guess) = guess { judge(guess, of: step) }
      try arrive(at: index + 1)
    }
  }

  /// Whether Ctrl-C was pressed while something ran. It was meant for that, which has ended.
  func takeInterrupt() throws -> Bool {
    guard interrupt.cancellation.isCancelled else { return false }
    if interrupt.isEnding { throw CancellationError() }
    interrupt.cancellation.reset()
    return true
  }

  /// Says which steps run first for their states, if any do.
  func sayCatchingUp(through last: Int) {
    guard last >= 0, let first = (0...last).first(where: { !runner.isAlive($0) }) else { return }
    let steps = first == last ? "step \(first + 1)" : "steps \(first + 1) to \(last + 1)"
    display.note("catching up: \(steps)")
  }

  private func sayHowFar(_ step: Step) {
    var far = ""
    for case .progress(let state) in (display.outputs[step.name]?.records ?? []).reversed().map(\.content) {
      far = state.total > 0 ? " after \(state.done) of \(state.total)" : " after \(state.done)"
      break
    }
    display.say("Step \(step.name) was interrupted\(far). What stands above it lives on; Enter runs it again.")
  }

  // MARK: Places

  /// Draws what is read before a step, and the step; behind the last step, the end.
  ///
  /// - Parameter isAsking: whether quizzes that have not been put yet are put.
  func arrive(at index: Int, isAsking: Bool = true) throws {
    place.next = index
    progress.keepPlace(index, in: edits.base)
    for item in display.reading(before: index) {
      if case .quiz(let quiz) = item, isAsking, asked.insert(quiz).inserted {
        try ask(quiz)
      } else {
        display.draw(item)
      }
    }
    if index < place.steps.count {
      display.drawStep(index)
    } else {
      display.write(
        LessonEnd(of: edits.base, session: runner.session, progress: progress.known, source: source)
          .lines(drawing.text()))
    }
  }

  /// Goes to a step without running it, and shows what it showed.
  private func show(_ index: Int) throws {
    try arrive(at: index, isAsking: false)
    guard index < place.steps.count else { return }
    let hasOutput = display.outputs[place.steps[index]] != nil
    display.drawOutput(index)
    place.latest = hasOutput ? index : index > 0 ? index - 1 : nil
  }

  private func goTo(_ name: String?) throws {
    let asked = try name ?? askLine("step: ", completions: place.steps)
    guard let asked, !asked.isEmpty, let index = step(named: asked) else { return }
    try show(index)
  }

  /// The index of a step, or of the one at hand; nil, and the reason told, if there is none.
  func step(named name: String?) -> Int? {
    guard let name else { return place.atHand }
    do {
      return try edits.base.stepIndex(named: name)
    } catch {
      display.say(error.message)
      return nil
    }
  }

  /// - Returns: nil if the reader thought better of it.
  func askLine(_ question: String, history: LineHistory? = nil, completions: [String] = []) throws -> String? {
    switch LinePrompt(keys: keys, drawing: drawing).ask(question, history: history, completions: completions) {
    case .text(let text): return text
    case .cancelled: return nil
    case .interrupted:
      if interrupt.isEnding { throw CancellationError() }
      interrupt.cancellation.reset()
      return nil
    case .end: throw Leaving()
    }
  }

  private func showKeys() {
    let lines = KeyHelp.lines(drawing.text())
    showWhole("Keys") { _ in lines }
  }

  // MARK: Leaving

  private func leave() throws {
    guard !place.edited.isEmpty else { throw Leaving() }
    if try isSureToLeave() { throw Leaving() }
  }

  func leaveInterrupted() throws {
    if interrupt.isEnding || place.edited.isEmpty { throw CancellationError() }
    interrupt.cancellation.reset()
    if try isSureToLeave() { throw CancellationError() }
  }

  /// Says that edits are not written, and lets the reader write them.
  private func isSureToLeave() throws -> Bool {
    enum Answer { case write, leave, stay }
    let names = place.edited.sorted().map { place.steps[$0] }.joined(separator: ", ")
    let answer: Answer = prompt.ask(
      place.edited.count == 1
        ? "Step \(names) is edited, and not written into the lesson's file."
        : "Steps \(names) are edited, and not written into the lesson's file.",
      [
        KeyOffer(key: "w", does: "write", rank: 0), KeyOffer(key: "q", does: "leave without", short: "leave", rank: 1),
        KeyOffer(key: "Esc", does: "stay", rank: 1),
      ]
    ) {
      switch $0 {
      case .character("w"): .write
      case .character("q"), .endOfInput, .interrupt: .leave
      case .escape, .enter, .character: .stay
      default: nil
      }
    }
    switch answer {
    case .write: return try write(place.edited.sorted())
    case .leave: return true
    case .stay: return false
    }
  }
}
