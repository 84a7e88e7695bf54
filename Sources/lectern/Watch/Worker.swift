// Work on a thread of its own, so that this one can go on listening to keys and files. What the work gives out is taken
// here: one thread alone writes to the terminal.
import Foundation
import StepExecution
import Synchronization
import SystemTools

/// Does one piece of work after another.
final class Worker<Output: Sendable>: Sendable {
  /// Ends the work that goes on; the work has to look at it.
  let cancellation: Cancellation
  /// Can be seen by `poll` while there is something to take.
  private let bell: Cancellation
  private let state = Mutex(State())
  private let condition = NSCondition()

  private struct State {
    var outputs: [Output] = []
    var isBusy = false
    var ending: Result<Void, any Error>?
  }

  init() throws {
    cancellation = try Cancellation()
    bell = try Cancellation()
  }

  /// Readable when the work has given something out, or has ended.
  var descriptor: CInt { bell.waitDescriptor }

  var isBusy: Bool { state.withLock { $0.isBusy } }

  /// Begins a piece of work; the one before must have ended.
  func start(_ work: @escaping () throws -> Void) {
    precondition(!isBusy, "one piece of work at a time")
    state.withLock { ($0.isBusy, $0.ending) = (true, nil) }
    // Only the new thread touches it from here on.
    nonisolated(unsafe) let work = work
    let thread = Thread { [self] in
      let ending = Result { try work() }
      condition.lock()
      state.withLock { ($0.isBusy, $0.ending) = (false, ending) }
      condition.broadcast()
      condition.unlock()
      bell.cancel()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Called by the work.
  func give(_ output: Output) {
    let isFirst = state.withLock { state in
      state.outputs.append(output)
      return state.outputs.count == 1
    }
    if isFirst { bell.cancel() }
  }

  /// What has come since it was last asked, and how the work has ended if it has; that is told once.
  func take() -> (outputs: [Output], ending: Result<Void, any Error>?) {
    bell.reset()
    return state.withLock { state in
      defer { (state.outputs, state.ending) = ([], nil) }
      return (state.outputs, state.ending)
    }
  }

  /// Ends the work that goes on and waits for its end.
  ///
  /// - Returns: what it gave out and nobody took.
  @discardableResult
  func stop() -> [Output] {
    cancellation.cancel()
    condition.lock()
    while isBusy { condition.wait() }
    condition.unlock()
    cancellation.reset()
    return take().outputs
  }
}
