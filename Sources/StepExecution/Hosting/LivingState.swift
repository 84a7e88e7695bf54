// A state of a run: a process that holds everything its steps made and waits for the next.

/// The state after a step (or before the first). It lives as long as somebody holds this value; what stands on it ends
/// with it.
final class LivingState: Sendable {
  /// Closing it ends the state's process.
  let control: Descriptor
  /// Keeps the states that this one stands on: a state ends when its parent process does.
  private let below: LivingState?
  private let host: StepHostProcess?

  /// - Parameter host: the step host whose first state this is.
  init(control: Descriptor, below: LivingState?, host: StepHostProcess? = nil) {
    self.control = control
    self.below = below
    self.host = host
  }
}
