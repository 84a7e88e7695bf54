// What a state is asked to run in a fork of its process.

package struct RunRequest: Sendable {
  /// What the fork is told: one line, read by StepSupport.
  package var configuration: String
  /// The C name of a function `(Int32, char **) -> Int32`.
  package var entryPoint: String
  /// Path as the host sees it.
  package var library: String
  /// Whether its process is the state for later steps when it comes to its end; it is ended otherwise.
  package var isKept: Bool

  package init(configuration: String, entryPoint: String, library: String, isKept: Bool = true) {
    self.configuration = configuration
    self.entryPoint = entryPoint
    self.library = library
    self.isKept = isKept
  }

  /// - Parameter isFull: whether large values are sent whole.
  init(_ step: CompiledStep, seed: UInt64, isFull: Bool = false, isKept: Bool = true) {
    self.init(
      configuration: "step=\(step.number) seed=\(seed) \(isFull ? "extent=full " : "")\(step.configuration)",
      entryPoint: step.entryPoint, library: step.library, isKept: isKept)
  }
}
