// Source that is tried beside the lesson: a variation of a step, a look at a value. It runs in a fork of the living state
// above it, and nothing of it stays.
import Foundation
import LessonDocuments
import StepRecords
import SystemTools

extension LessonRunner {
  /// How much of a value is sent.
  public enum Extent: Sendable {
    /// As in a lesson: large values are cut.
    case bounded
    /// Up to some hundred thousand numbers or characters.
    case full
  }

  /// Runs `text` in the place of a step, from the living state above it; the step's own result and all states stay as
  /// they are. Steps above that have no state are run first.
  ///
  /// - Parameters:
  ///   - index: of the step in whose place it runs; the number of steps to run it behind the last.
  ///   - onRecord: what it shows, as it comes.
  /// - Returns: how it ended; nil if a step above failed.
  /// - Throws: as `run`.
  public func tryOut(
    _ text: String, at index: Int, extent: Extent = .bounded, onRecord: @escaping (Record) -> Void
  ) throws -> RunEvent.StepEnd? {
    if index > 0, try !bringToLife(index - 1) { return nil }
    try restoreCompilations(above: index)
    let step = trial(of: text, at: index)
    let above = (0..<index).compactMap { lesson.steps[$0].expectation == .success ? compiled[$0] : nil }
    var end = RunEvent.StepEnd(status: .failed)
    // Who asks for a value wants to see it, however little the step itself shows.
    let trace = extent == .full ? .top : options.trace ?? step.trace
    switch try compiler.compile(step, trace: trace, below: above, cancellation: cancellation)
    {
    case .failed(let failure):
      end.compileSeconds = failure.compileSeconds
      for record in failureText.records(of: failure, step: step) { onRecord(record) }
    case .compiled(let library):
      (end.compileSeconds, end.linkSeconds) = (library.compileSeconds, library.linkSeconds)
      let limits = options.limits(for: step, in: lesson)
      let begin = ContinuousClock.now
      let ending = try StepProcess.run(
        RunRequest(library, seed: lesson.frontMatter.seed ?? 0, isFull: extent == .full, isKept: false),
        on: try stateAbove(index), limits: limits, cancellation: cancellation
      ) { [self] output in
        if let record = record(of: output, running: step) { onRecord(record) }
      }
      end.runSeconds = (ContinuousClock.now - begin).seconds
      if case .lostState = ending { loseStates() }
      if let failure = failureText.record(of: ending, step: step, limits: limits, compiled: above + [library]) {
        onRecord(failure)
      } else {
        end.status = .ok
      }
    }
    return end
  }

  /// The variables that the steps up to and including `index` declare at top level, the newest of each name, in the order
  /// of their steps. Only of steps that were compiled in this session.
  public func variables(through index: Int) -> [(name: String, step: Step)] {
    var found: [(name: String, step: Step)] = []
    for place in lesson.steps.indices.prefix(index + 1) where lesson.steps[place].expectation == .success {
      for declared in compiled[place]?.declaredNames ?? [] {
        found.removeAll { $0.name == declared.name }
        if declared.kind == "var" { found.append((declared.name, lesson.steps[place])) }
      }
    }
    return found
  }

  /// Whether the state after a step lives, so that what stands below it can run at once.
  public func isAlive(_ index: Int) -> Bool { states[index] != nil }

  /// Runs what is needed for the state after a step; false if a step fails on the way.
  @discardableResult
  public func bringToLife(_ index: Int) throws -> Bool {
    if states[index] == nil { try run(index) }
    return states[index] != nil
  }

  private func trial(of text: String, at index: Int) -> Step {
    if lesson.steps.indices.contains(index) {
      var step = lesson.steps[index]
      step.source.text = text
      step.expectation = .success
      return step
    }
    let place = lesson.steps.last?.range.end ?? SourcePosition(line: 1, column: 1)
    return Step(
      number: index + 1,
      source: SourceText(text: text, file: lesson.path, firstLine: place.line, columnOffsets: [0]),
      range: SourceRange(start: place, end: place))
  }
}
