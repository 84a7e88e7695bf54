// What PyTorch computed, from the files that Scripts/references/training.py wrote.
import Foundation
import Layers
import Models
import Tensors
import Testing
import Training

/// A folder of reference values.
struct Reference {
  let folder: String
  private let file: SafetensorsFile

  init(_ name: String) throws {
    folder = Bundle.module.bundleURL.appendingPathComponent("References/\(name)").path
    file = try SafetensorsFile(path: folder + "/expected.safetensors")
  }

  func tensor(_ name: String) throws -> Tensor { try file.tensor(name) }

  func integers(_ name: String) throws -> [Int] { try file.integers(name) }

  /// Integers of shape `[batches, rows, columns]`.
  func batches(_ name: String) throws -> [[[Int]]] {
    let shape = try #require(file[name]).shape
    let integers = try file.integers(name)
    return (0..<shape[0]).map { batch in
      (0..<shape[1]).map { row in
        let start = (batch * shape[1] + row) * shape[2]
        return Array(integers[start..<start + shape[2]])
      }
    }
  }
}

/// Records an issue that names the shapes, or else the worst index and its error, unless all elements are within the
/// distances of those expected.
func expect(
  _ found: Tensor, isCloseTo expected: Tensor, relative: Float = 0, absolute: Float = 0, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let difference = found.difference(from: expected, relative: relative, absolute: absolute) else { return }
  Issue.record("\(what) \(difference)", sourceLocation: sourceLocation)
}

/// A folder that is gone when the test ends.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("training-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name)))) }

  func write(_ bytes: [UInt8], _ name: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: file(name))) }

  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}
