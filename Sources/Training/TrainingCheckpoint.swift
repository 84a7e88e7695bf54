// The file that a trainer goes on from: one safetensors file, so that its parts cannot come from two moments. Tensors
// are named "parameters.…" and "optimizer.….first"; the rest is JSON in the file's notes.

internal import Foundation
import Layers
import Models
import Tensors

struct TrainingCheckpoint {
  /// What is not a tensor.
  struct State: Codable, Equatable {
    var step, batchesUsed, seed: Int
    var best: BestEvaluation?
    /// How many steps each parameter took.
    var optimizerSteps: [String: Int]
  }

  let state: State
  private let file: SafetensorsFile
  private static let note = "training"
  /// More than any training makes, and far from where counting ends.
  private static let mostSteps = 1 << 48

  init(_ path: String) throws {
    file = try SafetensorsFile(path: path)
    guard let note = file.metadata[Self.note] else {
      throw TrainingError.notACheckpoint(file: path, reason: "it holds tensors, but not how far training was")
    }
    do {
      state = try JSONDecoder().decode(State.self, from: Data(note.utf8))
    } catch let error as DecodingError {
      throw TrainingError.notACheckpoint(file: path, reason: error.sentence)
    }
    let counts = [state.step, state.batchesUsed, state.best?.evaluationsSince ?? 0] + state.optimizerSteps.values
    guard counts.allSatisfy({ (0...Self.mostSteps).contains($0) }) else {
      throw TrainingError.notACheckpoint(file: path, reason: "no training has so many steps, or fewer than none")
    }
  }

  static func write(
    _ state: State, parameters: [NamedParameter], memory: OptimizerMemory, to path: String
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let note = String(decoding: try encoder.encode(state), as: UTF8.self)
    let tensors = parameters.map { (name: name(of: $0.name), tensor: $0.parameter.value) }
    let moments = memory.entries.flatMap { parameter, entry in
      zip(memory.kinds, entry.tensors).map { (name: name(of: parameter, $0), tensor: $1) }
    }
    try CheckpointFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path).makeFolder()
    try SafetensorsFile.write(tensors + moments, metadata: ["format": "pt", Self.note: note], to: path)
  }

  /// The values of the parameters, in their order.
  func values(for parameters: [NamedParameter]) throws -> [Tensor] {
    let values = try parameters.map { try tensor(Self.name(of: $0.name), like: $0.parameter.value) }
    let count = file.entries.count { $0.name.hasPrefix("parameters.") }
    guard count == parameters.count else {
      throw TrainingError.otherModel(
        file: file.path, reason: "it has \(count) parameters, the model \(parameters.count)")
    }
    return values
  }

  /// What the optimizer remembered.
  func memory(like model: OptimizerMemory, for parameters: [NamedParameter]) throws -> OptimizerMemory {
    let values = Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.parameter.value) })
    let known = Set(
      state.optimizerSteps.keys.flatMap { parameter in model.kinds.map { Self.name(of: parameter, $0) } })
    let found = file.entries.map(\.name).filter { $0.hasPrefix("optimizer.") }
    guard Set(found) == known else {
      let remembered = Set(found.map { String($0.split(separator: ".").last ?? "") })
      throw TrainingError.otherOptimizer(file: file.path, remembered: remembered.sorted(), expected: model.kinds)
    }
    var memory = model
    memory.entries = [:]
    for (parameter, steps) in state.optimizerSteps {
      guard let value = values[parameter] else {
        throw TrainingError.otherModel(file: file.path, reason: "the model has no parameter \"\(parameter)\"")
      }
      memory.entries[parameter] = .init(
        tensors: try model.kinds.map { try tensor(Self.name(of: parameter, $0), like: value) }, steps: steps)
    }
    return memory
  }

  private func tensor(_ name: String, like value: Tensor) throws -> Tensor {
    guard let entry = file[name] else {
      throw TrainingError.otherModel(file: file.path, reason: "\"\(name)\" is missing")
    }
    guard entry.shape == value.shape else {
      throw TrainingError.otherModel(
        file: file.path, reason: "\"\(name)\" has the shape \(entry.shape), the model's \(value.shape)")
    }
    return try file.tensor(name)
  }

  private static func name(of parameter: String) -> String { "parameters.\(parameter)" }
  private static func name(of parameter: String, _ kind: String) -> String { "optimizer.\(parameter).\(kind)" }
}
