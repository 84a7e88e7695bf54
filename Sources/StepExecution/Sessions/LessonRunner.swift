// A lesson, running: does what the session says with compiler and step host, and tells everything as events.
import Foundation
import LessonDocuments
import StepRecords
import SystemTools

/// Runs the steps of one lesson, in any order the reader likes; each starts from the living state above it.
/// Not for use from several threads at once, except `Cancellation`, which any may cancel.
public final class LessonRunner {
  public private(set) var session: LessonSession
  public let options: RunOptions

  let compiler: StepCompiler
  private let root: String
  let cancellation: Cancellation?
  private let onEvent: (RunEvent) -> Void

  private var ahead: CompileAhead?
  /// By step index: what it compiled to, while that is valid.
  private(set) var compiled: [Int: CompiledStep] = [:]
  /// By step index: the state after it, while it lives. A step that leaves no state of its own shares the one before.
  private(set) var states: [Int: LivingState] = [:]
  private var firstState: LivingState?
  /// By step index: what it printed to standard output in its latest run.
  private var printed: [Int: String] = [:]
  /// What the step that runs, or ran last, has shown.
  private var shown: [Record] = []

  public var lesson: Lesson { session.lesson }

  /// - Parameters:
  ///   - root: the course's folder, where the steps' relative paths start.
  ///   - cancellation: cancels the running step; the state before it lives on. Reset it to go on.
  ///   - onEvent: called on the thread that runs, as things happen.
  public init(
    _ lesson: Lesson, root: String, environment: StepEnvironment, options: RunOptions = RunOptions(),
    cancellation: Cancellation? = nil, onEvent: @escaping (RunEvent) -> Void
  ) {
    session = LessonSession(lesson: lesson)
    self.options = options
    self.root = root
    self.cancellation = cancellation
    self.onEvent = onEvent
    compiler = StepCompiler(
      toolchain: environment.toolchain, library: environment.library, cache: environment.cache,
      usesCache: options.usesCache)
  }

  deinit { ahead?.cancel() }

  /// What a step printed when it last ran; nil if it has not.
  public func output(ofStep number: Int) -> String? { printed[number - 1] }

  /// Whether a step failed in another way than by printing something else than expected.
  public var hasUnexpectedFailures: Bool {
    session.states.indices.contains { session.states[$0] == .failed && states[$0] == nil }
  }

  /// Starts the step host, which the first step would otherwise wait for.
  public func prepare() throws {
    if firstState == nil { firstState = try startHost() }
  }

  // MARK: Running

  /// Runs every step that has no result, from the first to `last` (an index; nil: to the end), and skips what stands
  /// below a failure.
  ///
  /// - Returns: whether all of them are ok.
  /// - Throws: `EnvironmentError` when the machine lacks something; `CancellationError` when interrupted between steps.
  @discardableResult
  public func run(through last: Int? = nil) throws -> Bool {
    let end = min(last ?? .max, lesson.steps.count - 1)
    while let next = session.next, next <= end {
      if cancellation?.isCancelled == true { throw CancellationError() }
      try run(next)
      if states[next] == nil && session.states[next] == .failed {
        skip(from: next + 1)
        break
      }
    }
    return !session.hasFailed
  }

  /// Runs one step, from the living state above it. Steps above it that have no result are run first.
  ///
  /// - Returns: how the step ended.
  @discardableResult
  public func run(_ index: Int) throws -> LessonSession.StepState {
    for above in 0..<index where states[above] == nil {
      try runAlone(above)
      if states[above] == nil { return session.states[above] }
    }
    return try runAlone(index)
  }

  /// Takes in an edited lesson; everything up to the first change stays as it is, alive.
  ///
  /// - Returns: the index of the first step that has to run again; nil if none has.
  @discardableResult
  public func update(to edited: Lesson) -> Int? {
    let count = session.states.count
    let changed = session.update(to: edited)
    forget(from: changed ?? edited.steps.count, to: max(count, edited.steps.count))
    return changed
  }

  /// Lets the steps from `index` on run again when `run(through:)` is next called.
  public func outdate(from index: Int) {
    session.outdate(from: index)
    for later in stride(from: lesson.steps.count - 1, through: index, by: -1) { states[later] = nil }
  }

  private func skip(from index: Int) {
    guard index < lesson.steps.count else { return }
    session.skip(index..<lesson.steps.count)
    for step in lesson.steps[index...] { onEvent(.stepEnded(step: step.name, RunEvent.StepEnd(status: .skipped))) }
  }

  private func forget(from index: Int, to end: Int) {
    ahead?.cancel()
    ahead = nil
    for later in stride(from: end, through: index, by: -1) {
      compiled[later] = nil
      states[later] = nil
      printed[later] = nil
    }
  }

  // MARK: One step

  @discardableResult
  private func runAlone(_ index: Int) throws -> LessonSession.StepState {
    let step = lesson.steps[index]
    // What stands below was made from this step's old state.
    for later in stride(from: lesson.steps.count - 1, to: index, by: -1) { states[later] = nil }
    states[index] = nil
    session.start(index)
    var state = LessonSession.StepState.failed
    defer { session.finish(index, state) }

    guard step.isRun else {
      states[index] = try stateAbove(index)
      state = .skipped
      onEvent(.stepEnded(step: step.name, RunEvent.StepEnd(status: .skipped)))
      return state
    }
    let compilation: Compilation
    do {
      compilation = try self.compilation(of: index)
    } catch is CancellationError {
      state = .fresh
      throw CancellationError()
    }
    var end = RunEvent.StepEnd(status: .failed)
    switch compilation {
    case .failed(let failure):
      start(step, cached: false)
      end.compileSeconds = failure.compileSeconds
      for record in failureText.records(of: failure, step: step) { emit(record, of: step) }
      if step.expectation == .compileError {
        states[index] = try stateAbove(index)
        end.status = .ok
      }
    case .compiled(let compiledStep):
      start(step, cached: compiledStep.wasCached)
      end.compileSeconds = compiledStep.compileSeconds
      end.linkSeconds = compiledStep.linkSeconds
      if !compiledStep.showsIntermediates {
        end.note = "the compiler could not add logging to this step: it shows no intermediates"
      }
      if step.expectation == .compileError {
        emit(failureText.record(ofMissingFailure: .compileError, step: step), of: step)
      } else {
        end.status = try runCompiled(compiledStep, step: step, index: index, seconds: &end.runSeconds)
        if end.status == .ok {
          let output = RememberedOutput(records: shown, end: end, date: Date())
          output.write(for: compiledStep, seed: lesson.frontMatter.seed ?? 0)
        }
      }
    }
    state = end.status == .ok ? .ok : .failed
    onEvent(.stepEnded(step: step.name, end))
    return state
  }

  private func runCompiled(
    _ compiledStep: CompiledStep, step: Step, index: Int, seconds: inout Double
  ) throws -> RunEvent.Status {
    let above = try stateAbove(index)
    let limits = options.limits(for: step, in: lesson)
    var text = ""
    let begin = ContinuousClock.now
    let ending = try StepProcess.run(
      RunRequest(compiledStep, seed: lesson.frontMatter.seed ?? 0), on: above, limits: limits,
      cancellation: cancellation
    ) { [self] output in
      if case .text(.stdout, let piece) = output { text += piece }
      if let record = record(of: output, running: step) { emit(record, of: step) }
    }
    seconds = (ContinuousClock.now - begin).seconds
    printed[index] = text

    var ways = compiled.values.sorted { $0.number < $1.number }
    if !ways.contains(where: { $0.number == compiledStep.number }) { ways.append(compiledStep) }
    if case .lostState = ending { loseStates() }
    if let failure = failureText.record(of: ending, step: step, limits: limits, compiled: ways) {
      emit(failure, of: step)
      guard step.expectation == .failure, Self.isStepsOwn(ending) else { return .failed }
      states[index] = above
    } else if step.expectation == .failure {
      emit(failureText.record(ofMissingFailure: .failure, step: step), of: step)
      return .failed
    } else if case .completed(let state) = ending {
      states[index] = state
    }
    return compare(text, step: step)
  }

  /// An interrupt is nobody's expected failure.
  private static func isStepsOwn(_ ending: StepEnding) -> Bool {
    switch ending {
    case .interrupted, .lostState, .notStarted: false
    default: true
    }
  }

  private func compare(_ text: String, step: Step) -> RunEvent.Status {
    var status = RunEvent.Status.ok
    for expectation in lesson.expectations where expectation.step == step.number {
      guard let difference = expectation.compare(with: text) else { continue }
      emit(failureText.record(ofMismatch: difference, in: expectation), of: step)
      status = .failed
    }
    return status
  }

  // MARK: States and compilations

  func stateAbove(_ index: Int) throws -> LivingState {
    if index > 0, let state = states[index - 1] { return state }
    if let firstState { return firstState }
    let state = try startHost()
    firstState = state
    return state
  }

  private func startHost() throws -> LivingState {
    try StepHostProcess.start(library: compiler.library, toolchain: compiler.toolchain, workingFolder: root)
  }

  func loseStates() {
    for index in lesson.steps.indices.reversed() { states[index] = nil }
    firstState = nil
  }

  private func compilation(of index: Int) throws -> Compilation {
    try restoreCompilations(above: index)
    if let known = compiled[index], known.isThere { return .compiled(known) }
    let step = lesson.steps[index]
    if ahead == nil {
      let above = (0..<index).compactMap { lesson.steps[$0].expectation == .success ? compiled[$0] : nil }
      ahead = try CompileAhead(
        Array(lesson.steps[index...]), below: above, trace: options.trace, compiler: compiler)
    }
    guard let ahead else { throw CancellationError() }
    // While the compiler works.
    try prepare()
    do {
      let result = try ahead.compilation(of: step, interruptedBy: cancellation)
      if case .compiled(let compiledStep) = result { compiled[index] = compiledStep } else { self.ahead = nil }
      return result
    } catch {
      self.ahead = nil
      throw error
    }
  }

  /// Compiles again what somebody has cleared from the cache since: the states are alive, with the libraries loaded, but
  /// what stands below is compiled against the files.
  func restoreCompilations(above index: Int) throws {
    let lost = compiled.filter { $0.key <= index && !$0.value.isThere }.keys
    guard let first = lost.min() else { return }
    ahead?.cancel()
    ahead = nil
    for place in first..<index {
      let step = lesson.steps[place]
      guard let known = compiled[place], !known.isThere else { continue }
      let above = (0..<place).compactMap { lesson.steps[$0].expectation == .success ? compiled[$0] : nil }
      if case .compiled(let again) = try compiler.compile(
        step, trace: options.trace ?? step.trace, below: above, cancellation: cancellation)
      {
        compiled[place] = again
      }
    }
    if compiled[index]?.isThere == false { compiled[index] = nil }
  }

  // MARK: Telling

  var failureText: FailureText {
    FailureText(lesson: lesson, symbolizer: Symbolizer(toolchain: compiler.toolchain))
  }

  private func start(_ step: Step, cached: Bool) {
    shown = []
    onEvent(.stepStarted(step: step.name, index: step.number, line: step.range.start.line, cached: cached))
  }

  /// What a running step gives out, as a record with its line in the file; nil if that is nothing to show.
  func record(of output: StepOutput, running step: Step) -> Record? {
    switch output {
    case .text(let stream, let piece): return Record(content: .text(TextRecord(stream: stream, text: piece)))
    case .answer: return nil  // only probes answer
    case .record(var record, let number):
      // Lines count from the first line of the step that they are in.
      let source = number == step.number ? step.source : lesson.steps.first { $0.number == number }?.source
      record.line = record.line.flatMap { line in source.map { $0.position(line: line, column: 1).line } }
      return record
    }
  }

  private func emit(_ record: Record, of step: Step) {
    shown.append(record)
    onEvent(.record(step: step.name, record))
  }
}
