// Compiles the steps of a lesson one after another on a thread of its own, so that step k+1 compiles while step k runs.
import Foundation
import LessonDocuments
import SystemTools

final class CompileAhead: Sendable {
  private let condition = NSCondition()
  private let results: ResultStore
  private let cancellation: Cancellation

  /// Only touched while `condition` is locked.
  private final class ResultStore: @unchecked Sendable {
    var results: [Int: Result<Compilation, any Error>] = [:]
    var isOver = false
  }

  /// Starts on `steps`, which stand below `above`. Stops behind a step that does not compile, unless it is meant not to.
  init(
    _ steps: [Step], below above: [CompiledStep], trace: Step.Trace?, compiler: StepCompiler
  ) throws {
    results = ResultStore()
    cancellation = try Cancellation()
    let thread = Thread { [self] in
      var above = above
      for step in steps where step.isRun {
        let result = Result {
          try compiler.compile(step, trace: trace ?? step.trace, below: above, cancellation: cancellation)
        }
        condition.withLock {
          results.results[step.number] = result
          condition.broadcast()
        }
        guard case .success(let compilation) = result else { break }
        switch compilation {
        case .compiled(let compiled): if step.expectation == .success { above.append(compiled) }
        case .failed: if step.expectation != .compileError { return finish() }
        }
        if cancellation.isCancelled { break }
      }
      finish()
    }
    thread.stackSize = 1 << 20
    thread.start()
  }

  private func finish() {
    condition.withLock {
      results.isOver = true
      condition.broadcast()
    }
  }

  /// Waits for a step's compilation. `isInterrupted` ends the waiting, and all compiling.
  func compilation(of step: Step, interruptedBy interrupt: Cancellation?) throws -> Compilation {
    while true {
      let result = condition.withLock { () -> Result<Compilation, any Error>? in
        if let result = results.results[step.number] { return result }
        if results.isOver { return .failure(CancellationError()) }
        _ = condition.wait(until: Date(timeIntervalSinceNow: 0.02))
        return results.results[step.number]
      }
      if let result { return try result.get() }
      if interrupt?.isCancelled == true {
        cancel()
        throw CancellationError()
      }
    }
  }

  /// Ends the compiler that runs, and starts no other.
  func cancel() {
    cancellation.cancel()
    condition.withLock { while !results.isOver { condition.wait() } }
  }
}
