// Fills a model with the tensors of a file.

import Layers
import Tensors

/// The weights of a checkpoint, and what its layout calls them.
struct WeightReader {
  let file: SafetensorsFile
  let names: [CheckpointName]
  /// Which other tensors may be in the file: masks and copies that some writers add.
  var mayIgnore: (String) -> Bool = { _ in false }

  /// Checks all names and shapes, before memory is taken for a model that the file does not hold; then makes the model
  /// and reads one tensor after the other into it. Throws ``CheckpointError`` or ``SafetensorsError``.
  func read<Result: Module>(_ make: (inout Initializer) -> Result) throws -> Result {
    var plan = Initializer.plan
    let planned = make(&plan)
    let places = try places(of: planned.parameters.map { ($0.name, plan.plannedShape(of: $0.parameter)) })

    var zeros = Initializer.zeros
    let model = make(&zeros)
    for named in model.parameters {
      guard let place = places[named.name] else { continue }
      let tensor = try file.tensor(place.name)
      named.parameter.assign(place.isTransposed ? tensor.transposed() : tensor)
    }
    return model
  }

  /// Which tensor of the file belongs to each parameter.
  private func places(
    of parameters: [(name: String, shape: [Int])]
  ) throws -> [String: (name: String, isTransposed: Bool)] {
    let table = Dictionary(uniqueKeysWithValues: names.map { ($0.ours, $0) })
    var places: [String: (name: String, isTransposed: Bool)] = [:]
    var missing: [String] = []
    for (ours, shape) in parameters {
      let row = table[ours] ?? CheckpointName(ours, [ours])
      guard let entry = row.theirs.lazy.compactMap({ file[$0] }).first else {
        missing.append(row.theirs[0])
        continue
      }
      let expected = row.isTransposed ? shape.reversed() : shape
      guard entry.shape == expected else {
        throw CheckpointError.wrongShape(file: file.path, tensor: entry.name, expected: expected, found: entry.shape)
      }
      places[ours] = (entry.name, row.isTransposed)
    }
    guard missing.isEmpty else { throw CheckpointError.missingTensors(file: file.path, missing) }
    let used = Set(places.values.map(\.name))
    let extra = file.entries.map(\.name).filter { !used.contains($0) && !mayIgnore($0) }
    guard extra.isEmpty else { throw CheckpointError.extraTensors(file: file.path, extra.sorted()) }
    return places
  }

  /// To be asked before a table for so many layers is made. Each layer has a tensor of its own.
  static func check(layers: Int, in file: SafetensorsFile) throws {
    guard layers <= file.entries.count else {
      throw CheckpointError.tooManyLayers(file: file.path, layers: layers, tensors: file.entries.count)
    }
  }
}
