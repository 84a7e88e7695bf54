// The memory of a tensor.

/// A block of floats, aligned to 64 bytes. It is written by the operation that makes it, and then only read, so tensors
/// may share it and cross threads; only a gradient that is being added up, a parameter and what an optimizer remembers
/// are written again, and only when nobody else holds them.
final class Storage: @unchecked Sendable {
  let memory: Output
  let count: Int
  /// Set once, by whoever makes a labelled tensor.
  var patternLabels: PatternLabels?

  /// The values are not initialised.
  init(count: Int) {
    guard count <= Int.max / 8, let memory = ck_allocate(count) else {
      stop("there is no room for \(count) numbers; is a shape larger than it should be?")
    }
    self.memory = memory
    self.count = count
  }

  deinit { ck_release(memory, count) }
}
