// What holds for a model while a closure runs.

import Tensors

/// Switches of a model that are on within a closure: dropout and hooks. A model and its layers share one; so do copies
/// of the model. Not for several threads at once.
public final class ModelScope: @unchecked Sendable {
  /// Where dropout gets its numbers; nil: it is off.
  var random: SeededRandom?
  private(set) var hooks: [Hook] = []

  public init() {}

  /// Runs the closure with dropout on: training. The same seed drops the same elements.
  public func withDropout<Result>(seed: Int, _ body: () throws -> Result) rethrows -> Result {
    let before = random
    random = SeededRandom(seed: seed)
    defer { random = before }
    return try body()
  }

  /// Runs the closure with these hooks after those that are there already.
  public func withHooks<Result>(_ hooks: [Hook], _ body: () throws -> Result) rethrows -> Result {
    let before = self.hooks
    self.hooks += hooks
    defer { self.hooks = before }
    return try body()
  }

  /// What a model gives to its layers: hooks, and a recording if there is one.
  public func tap(recording: Recording? = nil) -> Tap { Tap(hooks: hooks, recording: recording) }
}
