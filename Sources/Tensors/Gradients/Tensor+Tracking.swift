// Which computations are recorded, so that gradients can be found.

extension Tensor {
  /// The same numbers as the beginning of a record: `gradient` is there after `backward()` of what was computed from it.
  public func tracked() -> Tensor { Tensor(sharing: storage, shape: shape, node: GradientNode(shape: shape)) }

  /// The same numbers without a record: a constant.
  public var constant: Tensor { Tensor(sharing: storage, shape: shape) }

  /// This tensor, whose gradient stays after `backward()` although it was computed: to look at what flows back through
  /// it. A constant has none.
  @discardableResult
  public func keepingGradient() -> Tensor {
    node?.keepsGradient = true
    return self
  }

  /// What `backward()` has added up for a tensor from `tracked()`, or has found for one that keeps its gradient; nil
  /// before, and for all others.
  public var gradient: Tensor? { node?.isLeaf == true ? node?.gradient : node?.kept }

  /// Runs the closure, in which nothing is recorded: to evaluate, to generate, to change parameters.
  public static func withoutGradients<Result>(_ body: () throws -> Result) rethrows -> Result {
    ck_pause_recording(1)
    defer { ck_pause_recording(-1) }
    return try body()
  }

  package static var isRecording: Bool { !ck_is_recording_paused() }

  /// This tensor, just computed, with a record of how; itself if the input is a constant or nothing is recorded.
  func recorded(from input: Tensor, _ backward: @escaping GradientNode.Backward) -> Tensor {
    guard let node = input.node, Tensor.isRecording else { return self }
    return Tensor(
      sharing: storage, shape: shape, node: GradientNode(shape: shape, inputs: [node], backward: backward))
  }

  /// The same for two inputs.
  func recorded(from a: Tensor, _ b: Tensor, _ backward: @escaping GradientNode.Backward) -> Tensor {
    guard a.node != nil || b.node != nil, Tensor.isRecording else { return self }
    return Tensor(
      sharing: storage, shape: shape, node: GradientNode(shape: shape, inputs: [a.node, b.node], backward: backward))
  }

  /// The same for any number of inputs; nil is a constant.
  func recorded(from inputs: [Tensor?], _ backward: @escaping GradientNode.Backward) -> Tensor {
    guard inputs.contains(where: { $0?.node != nil }), Tensor.isRecording else { return self }
    return Tensor(
      sharing: storage, shape: shape,
      node: GradientNode(shape: shape, inputs: inputs.map { $0?.node }, backward: backward))
  }

  /// Summed over the axes along which `shape` is repeated when it is broadcast to this tensor's shape.
  func summed(to shape: [Int]) -> Tensor {
    guard self.shape != shape else { return self }
    let missing = rank - shape.count
    let repeated = self.shape.indices.filter { $0 < missing || (shape[$0 - missing] == 1 && self.shape[$0] != 1) }
    return sum(axes: repeated, keepDims: true).reshaped(to: shape)
  }

  /// The same numbers in memory of their own.
  func copied() -> Tensor {
    Tensor(shape: shape) { target in ck_copy(1, [count], memory, [1], target, [1]) }
  }

  /// Lets a kernel change the numbers: in their own memory if nobody else holds that, else in a copy, so that no other
  /// tensor changes.
  mutating func change(_ kernel: (Output) -> Void) {
    if !isKnownUniquelyReferenced(&storage) { self = copied() }
    kernel(storage.memory)
  }
}
