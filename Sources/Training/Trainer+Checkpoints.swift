// Stopping and going on: what a trainer needs to make the same steps as if it had never stopped.

import Layers
import Models
import Tensors

/// Where checkpoints are written, and when.
public struct CheckpointPlan: Sendable, Equatable {
  public var folder: String
  /// After how many steps again and again; and when training ends, in whatever way.
  public let every: Int

  public init(in folder: String, every: Int = 500) {
    guard every > 0 else { stop("CheckpointPlan: every must be at least 1") }
    self.folder = folder
    self.every = every
  }

  /// The latest.
  public var last: String { CheckpointFolder(folder).file("last.safetensors") }
  /// That of the best evaluation.
  public var best: String { CheckpointFolder(folder).file("best.safetensors") }

  /// After how many steps a checkpoint was written. Throws ``TrainingError`` or ``SafetensorsError``.
  public static func step(of path: String) throws -> Int { try TrainingCheckpoint(path).state.step }
}

extension Trainer {
  /// Writes a checkpoint: parameters, what the optimizer remembers, and how far training is. The file appears whole or
  /// not at all; until then one that was there stays as it is. Its folder is made if need be. Throws
  /// ``SafetensorsError`` or ``CheckpointError``.
  public func save(to path: String) throws {
    try TrainingCheckpoint.write(
      TrainingCheckpoint.State(
        step: step, batchesUsed: batchesUsed, seed: seed, best: best,
        optimizerSteps: optimizer.memory.entries.mapValues(\.steps)),
      parameters: parameters, memory: optimizer.memory, to: path)
  }

  /// Goes on from a checkpoint: the model's parameters, the optimizer's memory, the step, the place in the batches, the
  /// seed. Batches, learning rate and other settings are those of this trainer. Throws ``TrainingError`` or
  /// ``SafetensorsError``, and then leaves everything as it was.
  public mutating func load(from path: String) throws {
    let checkpoint = try TrainingCheckpoint(path)
    let values = try checkpoint.values(for: parameters)
    optimizer.memory = try checkpoint.memory(like: optimizer.memory, for: parameters)
    assign(values)
    (step, batchesUsed, seed) = (checkpoint.state.step, checkpoint.state.batchesUsed, checkpoint.state.seed)
    (best, bestValues) = (checkpoint.state.best, nil)
  }

  /// Goes on from the last checkpoint of the folder, if there is one; returns whether there was. Throws as
  /// `load(from:)`. Stops if `checkpoints` is nil.
  @discardableResult
  public mutating func resume() throws -> Bool {
    guard let checkpoints else { stop("resume: the trainer has no folder; set checkpoints = CheckpointPlan(in: …)") }
    guard CheckpointFolder(checkpoints.folder).contains("last.safetensors") else { return false }
    try load(from: checkpoints.last)
    return true
  }
}
