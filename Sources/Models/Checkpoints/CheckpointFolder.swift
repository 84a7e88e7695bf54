// A folder with config.json and model.safetensors, as Hugging Face's tools write them.

internal import Foundation
import Layers
import Tensors

package struct CheckpointFolder {
  let path: String

  package init(_ path: String) { self.path = path }

  package func contains(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  package func file(_ name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

  var configurationFile: String { file("config.json") }
  var weightsFile: String { file("model.safetensors") }

  /// A JSON file as a value. Throws ``CheckpointError``.
  func decode<Value: Decodable>(_ type: Value.Type, from name: String) throws -> Value {
    let path = file(name)
    let data: Data
    do {
      let file = try FileForReading(path)
      data = Data(try file.read(UInt8.self, count: file.byteCount, at: 0))
    } catch SafetensorsError.cannotRead(_, let reason) {
      throw CheckpointError.cannotRead(file: path, reason: reason)
    }
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as DecodingError {
      throw CheckpointError.configuration(file: path, reason: error.sentence)
    }
  }

  func configuration<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try decode(type, from: "config.json")
  }

  /// Which kind of model this is.
  func modelType() throws -> String {
    struct Kind: Decodable { let model_type: String }
    return try configuration(Kind.self).model_type
  }

  /// Calls a check of sizes that were read, and names the file if it fails.
  func naming<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as ConfigurationError {
      throw CheckpointError.configuration(file: configurationFile, reason: error.description)
    }
  }

  func weights() throws -> SafetensorsFile {
    if !contains("model.safetensors") {
      for other in ["model.safetensors.index.json", "pytorch_model.bin"] where contains(other) {
        throw CheckpointError.otherWeights(folder: path, found: other)
      }
    }
    return try SafetensorsFile(path: weightsFile)
  }

  /// Writes a JSON file: keys sorted, one a line.
  func write<Value: Encodable>(_ value: Value, to name: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try (try encoder.encode(value) + Data("\n".utf8)).write(to: URL(fileURLWithPath: file(name)), options: .atomic)
    } catch {
      throw CheckpointError.cannotWrite(file: file(name), reason: error.localizedDescription)
    }
  }

  /// Makes the folder if need be.
  package func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CheckpointError.cannotWrite(file: path, reason: error.localizedDescription)
    }
  }

  /// Writes the parameters, then the configuration: a folder without one is not taken for a checkpoint.
  func save(
    _ model: some Model, configuration: some Encodable, as precision: SafetensorsFile.Precision = .single
  ) throws {
    guard model.adapterParameters.isEmpty else { throw CheckpointError.hasAdapters }
    let table = Dictionary(uniqueKeysWithValues: model.checkpointNames.map { ($0.ours, $0) })
    try makeFolder()
    let tensors = model.parameters.map { named in
      let name = table[named.name] ?? CheckpointName(named.name, [named.name])
      let shape = named.parameter.value.shape
      return SafetensorsFile.Source(
        name: name.theirs[0], shape: name.isTransposed ? shape.reversed() : shape,
        tensor: { name.isTransposed ? named.parameter.value.transposed() : named.parameter.value })
    }
    try SafetensorsFile.write(tensors, as: precision, to: weightsFile)
    try write(configuration, to: "config.json")
  }
}
