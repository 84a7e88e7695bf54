// What all models have in common beside their parameters.

import Layers
import Tensors

/// A module that is used by itself: it can be watched, trained with dropout, and adapted.
public protocol Model: Module, CustomStringConvertible {
  /// Shared by the model's layers, and by copies of the model.
  var scope: ModelScope { get }

  /// The intermediate values that can be recorded or replaced, in the order in which a run makes them.
  var activationPoints: [ActivationPoint] { get }

  /// The name of the last linear layer, which adapters leave out unless it is asked for.
  var outputLayer: String { get }

  /// What the parameters are called in the checkpoints that `save(to:)` of the model writes; a parameter that is not
  /// listed has its own name there.
  var checkpointNames: [CheckpointName] { get }
}

extension Model {
  public var outputLayer: String { "head" }

  public var checkpointNames: [CheckpointName] { [] }

  /// Runs the closure, in which calls of the model replace the activations that the hooks name.
  ///
  /// ```swift
  /// model.withHooks([Hook("blocks.0.attention.output") { $0 * 0 }]) { model(tokens) }
  /// ```
  /// Stops if the model has no activation of that name.
  public func withHooks<Result>(_ hooks: [Hook], _ body: () throws -> Result) rethrows -> Result {
    let names = Set(activationPoints.map(\.name))
    for hook in hooks where !names.contains(hook.name) {
      stop("withHooks: the model has no activation \"\(hook.name)\"; activationPoints lists them")
    }
    return try scope.withHooks(hooks, body)
  }

  /// Runs the closure, in which calls of the model drop activations at the rates of its configuration: training. The
  /// same seed drops the same ones.
  public func withDropout<Result>(seed: Int, _ body: () throws -> Result) rethrows -> Result {
    try scope.withDropout(seed: seed, body)
  }

  /// Puts adapters beside linear layers, and freezes everything else. Throws ``LoRAError``.
  ///
  /// The adapters belong to this value. A copy made before goes on without them; its parameters are frozen too.
  public mutating func addAdapters(_ lora: LoRA, seed: Int) throws {
    try addAdapters(lora, outputLayer: outputLayer, scope: scope, seed: seed)
  }

  /// Calls `run` with a tap that records activations.
  func recording(
    _ names: @escaping (String) -> Bool, _ run: (Tap) -> Tensor
  ) -> (result: Tensor, activations: Activations) {
    let recording = Recording(names: names)
    let result = run(scope.tap(recording: recording))
    return (result, recording.activations)
  }
}
