// Adapters without the model they belong to, as PEFT, the Hugging Face library for them, writes them:
// adapter_config.json and adapter_model.safetensors.

internal import Foundation
import Layers
import Tensors

extension Model {
  /// Writes the adapters only: a small folder that PEFT can put on the same base model. Throws ``CheckpointError`` or
  /// ``SafetensorsError``.
  public func saveAdapters(to path: String) throws {
    let folder = CheckpointFolder(path)
    let modules = AdapterModules(checkpointNames)
    var layers: [(name: String, adapter: Adapter?)] = []
    var copy = self
    copy.visitLinears { layers.append(($0, $1.adapter)) }
    let adapted = layers.compactMap { name, adapter in adapter.map { (name: name, adapter: $0) } }
    guard let lora = adapted.first?.adapter.lora else { throw CheckpointError.hasNoAdapters }

    try folder.makeFolder()
    try SafetensorsFile.write(
      adapted.flatMap { name, adapter in
        let module = modules.written(name)
        return [
          (AdapterModules.tensor(module, "A"), adapter.down.value),
          (AdapterModules.tensor(module, "B"), adapter.up.value),
        ]
      }, to: folder.file("adapter_model.safetensors"))
    let targets = modules.targets(adapted.map(\.name), among: layers.map(\.name))
    try folder.write(
      AdapterFile(
        r: lora.rank, lora_alpha: lora.alpha, lora_dropout: lora.dropout, use_rslora: lora.scalesByRoot,
        target_modules: targets, fan_in_fan_out: adapted.contains { modules.isTransposed($0.name) }),
      to: "adapter_config.json")
  }

  /// Puts adapters from a folder beside the layers they belong to, and freezes everything else. Throws
  /// ``CheckpointError``, ``LoRAError`` or ``SafetensorsError``; the model is then as it was.
  public mutating func loadAdapters(from path: String) throws {
    let folder = CheckpointFolder(path)
    let lora = try folder.decode(AdapterFile.self, from: "adapter_config.json").lora(folder)
    let file = try SafetensorsFile(path: folder.file("adapter_model.safetensors"))
    let modules = AdapterModules(checkpointNames)
    var used: Set<String> = []

    func tensor(_ name: String, shape: [Int]) throws -> Parameter {
      guard let entry = file[name] else { throw CheckpointError.missingTensors(file: file.path, [name]) }
      guard entry.shape == shape else {
        throw CheckpointError.wrongShape(file: file.path, tensor: name, expected: shape, found: entry.shape)
      }
      used.insert(name)
      return Parameter(try file.tensor(name))
    }

    var adapted = self
    try adapted.visitLinears { name, layer in
      layer.adapter = nil
      let found = modules.read(name).first { module in
        ["A", "B"].contains { file[AdapterModules.tensor(module, $0)] != nil }
      }
      guard let module = found else { return }
      layer.adapter = Adapter(
        down: try tensor(AdapterModules.tensor(module, "A"), shape: [lora.rank, layer.inputs]),
        up: try tensor(AdapterModules.tensor(module, "B"), shape: [layer.outputs, lora.rank]), lora: lora, scope: scope)
    }
    let extra = file.entries.map(\.name).filter { !used.contains($0) }
    guard extra.isEmpty else { throw CheckpointError.extraTensors(file: file.path, extra.sorted()) }
    self.freeze()
    self = adapted
  }
}

/// `adapter_config.json`.
private struct AdapterFile: Codable {
  var peft_type: String? = "LORA"
  var r: Int
  var lora_alpha: Float
  var lora_dropout: Float?
  var use_rslora: Bool?
  var target_modules: Targets?
  var bias: String? = "none"
  var fan_in_fan_out: Bool?
  var inference_mode: Bool? = true
  var use_dora: Bool?
  var modules_to_save: [String]?
  var rank_pattern: [String: Int]?
  var alpha_pattern: [String: Float]?

  init(
    r: Int, lora_alpha: Float, lora_dropout: Float, use_rslora: Bool, target_modules: [String], fan_in_fan_out: Bool
  ) {
    self.r = r
    self.lora_alpha = lora_alpha
    self.lora_dropout = lora_dropout
    self.use_rslora = use_rslora
    self.target_modules = Targets(names: target_modules)
    self.fan_in_fan_out = fan_in_fan_out
  }

  /// A list of names, or a regular expression; not needed for reading, as the tensors say which layers are meant.
  struct Targets: Codable {
    let names: [String]

    init(names: [String]) { self.names = names }

    init(from decoder: any Decoder) throws { names = (try? [String](from: decoder)) ?? [] }

    func encode(to encoder: any Encoder) throws { try names.encode(to: encoder) }
  }

  func lora(_ folder: CheckpointFolder) throws -> LoRA {
    func refuse(_ key: String, _ value: String, _ supported: String) -> CheckpointError {
      .unsupported(file: folder.file("adapter_config.json"), key: key, value: value, supported: supported)
    }
    if let peft_type, peft_type != "LORA" { throw refuse("peft_type", peft_type, "LORA") }
    if let bias, bias != "none" { throw refuse("bias", bias, "none") }
    if use_dora == true { throw refuse("use_dora", "true", "false") }
    if let modules_to_save, !modules_to_save.isEmpty {
      throw refuse("modules_to_save", modules_to_save.joined(separator: ", "), "null")
    }
    if let rank_pattern, !rank_pattern.isEmpty { throw refuse("rank_pattern", "not empty", "one rank for all layers") }
    if let alpha_pattern, !alpha_pattern.isEmpty {
      throw refuse("alpha_pattern", "not empty", "one alpha for all layers")
    }
    let lora = LoRA(rank: r, alpha: lora_alpha, dropout: lora_dropout ?? 0, scalesByRoot: use_rslora ?? false)
    try lora.check()
    return lora
  }
}

/// What a model's linear layers are called in adapter files: as in checkpoints, without ".weight".
private struct AdapterModules {
  private let table: [String: CheckpointName]

  init(_ names: [CheckpointName]) { table = Dictionary(uniqueKeysWithValues: names.map { ($0.ours, $0) }) }

  static func tensor(_ module: String, _ matrix: String) -> String {
    "base_model.model.\(module).lora_\(matrix).weight"
  }

  func read(_ layer: String) -> [String] {
    let ending = ".weight"
    return (table[layer + ending]?.theirs ?? [layer + ending]).map { String($0.dropLast(ending.count)) }
  }

  func written(_ layer: String) -> String { read(layer)[0] }

  func isTransposed(_ layer: String) -> Bool { table[layer + ".weight"]?.isTransposed ?? false }

  /// The last words of the layers' names, as people write them; whole names if the last words would mean other layers
  /// too.
  func targets(_ adapted: [String], among layers: [String]) -> [String] {
    func lastWord(_ layer: String) -> String { written(layer).split(separator: ".").last.map(String.init) ?? layer }
    let words = Set(adapted.map(lastWord))
    let meant = layers.filter { words.contains(lastWord($0)) }
    return meant.count == adapted.count ? words.sorted() : adapted.map(written).sorted()
  }
}
