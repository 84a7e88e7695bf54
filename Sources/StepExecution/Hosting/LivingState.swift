// A state of a run: a process that holds everything its steps made and waits for the next.
import Foundation
import SystemTools

/// The state after a step (or before the first). It lives as long as somebody holds this value; what stands on it ends
/// with it.
package final class LivingState: Sendable {
  /// Closing it ends the state's process.
  let control: Descriptor
  /// Keeps the states that this one stands on: a state ends when its parent process does.
  private let below: LivingState?
  private let host: StepHostProcess?
  /// The process above all of the host's, where the numbers that the host knows its children by mean nothing here: a
  /// boxed host counts in a namespace of its own.
  let boxProcess: pid_t?

  /// - Parameter host: the step host whose first state this is.
  init(control: Descriptor, below: LivingState?, host: StepHostProcess? = nil) {
    self.control = control
    self.below = below
    self.host = host
    boxProcess = host.map { $0.isBoxed ? $0.pid : nil } ?? below?.boxProcess
  }

  /// Ends the host with all that it started, at once, also when it does not listen any more.
  func endHost() {
    if let host { host.end() } else { below?.endHost() }
  }
}
