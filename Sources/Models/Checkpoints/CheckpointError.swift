// What can be wrong with a checkpoint folder, and the sentences that say so. The bytes of model.safetensors have a
// `SafetensorsError` of their own.

/// Why a model was not read from a folder, or not written to one.
public enum CheckpointError: Error, Equatable, Sendable {
  case cannotRead(file: String, reason: String)
  case cannotWrite(file: String, reason: String)
  /// The weights are there, but in a form that is not read: several files, or PyTorch's own format.
  case otherWeights(folder: String, found: String)
  /// Not JSON, or a key is missing or of the wrong type.
  case configuration(file: String, reason: String)
  /// An option changes how the model computes, and there is no model here that computes so.
  case unsupported(file: String, key: String, value: String, supported: String)
  case modelType(file: String, found: String, supported: [String])
  case tooManyLayers(file: String, layers: Int, tensors: Int)
  case missingTensors(file: String, [String])
  /// Tensors for which the model has no place.
  case extraTensors(file: String, [String])
  case wrongShape(file: String, tensor: String, expected: [Int], found: [Int])
  /// The model has adapters, which the layout of a whole model has no place for.
  case hasAdapters
  case hasNoAdapters
}

extension CheckpointError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotRead(let file, let reason):
      "\(file): cannot be read: \(reason). A checkpoint folder holds config.json and model.safetensors."
    case .cannotWrite(let file, let reason):
      "\(file): cannot be written: \(reason)"
    case .otherWeights(let folder, let found):
      "\(folder): there is \(found), but no model.safetensors; save the model as one safetensors file"
    case .configuration(let file, let reason):
      "\(file): \(reason)"
    case .unsupported(let file, let key, let value, let supported):
      "\(file): \(key) is \(value); supported: \(supported)"
    case .modelType(let file, let found, let supported):
      "\(file): model_type is \"\(found)\"; expected \(supported.map { "\"\($0)\"" }.joined(separator: " or "))"
    case .tooManyLayers(let file, let layers, let tensors):
      "\(file): the configuration has \(layers) layers, but there are only \(tensors) tensors; do the two files belong "
        + "together?"
    case .missingTensors(let file, let names):
      "\(file): \(Self.list(names)) missing; does config.json belong to this file?"
    case .extraTensors(let file, let names):
      "\(file): \(Self.list(names)) not part of the model that config.json describes; do the two files belong together?"
    case .wrongShape(let file, let tensor, let expected, let found):
      "\(file): tensor \"\(tensor)\" has the shape \(found); the model that config.json describes needs \(expected)"
    case .hasAdapters:
      "the model has adapters; save them with saveAdapters(to:), or mergeAdapters() first"
    case .hasNoAdapters:
      "the model has no adapters to save; addAdapters(_:seed:) puts some beside its layers"
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
    let rest = names.count > 5 ? " and \(names.count - 5) more" : ""
    return names.count == 1 ? "tensor \(shown) is" : "tensors \(shown)\(rest) are"
  }
}
