// What PyTorch and Hugging Face's libraries computed, from the files that Scripts/references/models.py wrote.
import Foundation
import Layers
import Models
import Tensors
import Testing

/// A folder of reference values, with a checkpoint in most.
struct Reference {
  let folder: String
  private let file: SafetensorsFile

  init(_ name: String) throws {
    folder = Self.folder(name)
    file = try SafetensorsFile(path: folder + "/expected.safetensors")
  }

  static func folder(_ name: String) -> String {
    Bundle.module.bundleURL.appendingPathComponent("References/\(name)").path
  }

  func tensor(_ name: String) throws -> Tensor { try file.tensor(name) }

  func integers(_ name: String) throws -> [Int] { try file.integers(name) }

  /// Integers of shape `[rows, columns]`.
  func rows(_ name: String) throws -> [[Int]] {
    let shape = try #require(file[name]).shape
    let integers = try file.integers(name)
    return (0..<shape[0]).map { Array(integers[$0 * shape[1]..<($0 + 1) * shape[1]]) }
  }

  /// The tokens of a case, with its mask if it has one.
  func batch(_ name: String) throws -> TokenBatch {
    let mask = file["\(name).mask"] == nil ? nil : try rows("\(name).mask").map { $0.map { $0 == 1 } }
    return TokenBatch(try rows("\(name).tokens"), isPresent: mask)
  }
}

/// Records an issue that names the shapes, or else the worst index and its error, unless all elements are within the
/// distance of those expected.
func expect(
  _ found: Tensor, isCloseTo expected: Tensor, within distance: Float = 1e-4, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let difference = found.difference(from: expected, relative: 0, absolute: distance) else { return }
  Issue.record("\(what) \(difference)", sourceLocation: sourceLocation)
}

extension Tensor {
  /// The rows `[channels]` of `[batch, time, channels]` that belong to tokens, not to padding.
  func rows(of batch: TokenBatch) -> Tensor {
    let present = batch.ids.indices.filter { batch.isPresent?[$0] ?? true }
    return reshaped(batch.batch * batch.time, -1)[present]
  }
}

/// A folder that is gone when the test ends.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("models-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// A copy of reference files, to be damaged.
  static func copy(of reference: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.removeItem(atPath: folder.path)
    try FileManager.default.copyItem(atPath: Reference.folder(reference), toPath: folder.path)
    return folder
  }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name)))) }

  func write(_ bytes: [UInt8], _ name: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: file(name))) }

  func write(_ text: String, _ name: String) throws { try write(Array(text.utf8), name) }

  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}
