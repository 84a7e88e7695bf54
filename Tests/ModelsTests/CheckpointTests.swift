import Foundation
import Layers
import Models
import Tensors
import Testing

/// Models written to folders and read again.
struct CheckpointTests {
  @Test(
    "a model that was read is written under the same names, shapes and values",
    arguments: [
      "gpt2-tied", "gpt2-untied", "gpt2-one-head", "llama-grouped", "llama-tied", "gpt2-classifier",
      "llama-classifier", "bert-bare", "bert-masked", "bert-classifier", "encoder-decoder", "encoder-decoder-shared",
      "gru", "elman", "perceptron",
    ])
  func sameAsTheirs(_ name: String) throws {
    let folder = try TemporaryFolder()
    let loaded = try LoadedModel.load(from: Reference.folder(name))
    try loaded.save(to: folder.path)
    let theirs = try SafetensorsFile(path: Reference.folder(name) + "/model.safetensors")
    let ours = try SafetensorsFile(path: folder.file("model.safetensors"))
    #expect(ours.entries.map(\.name).sorted() == theirs.entries.map(\.name).sorted())
    for entry in theirs.entries { #expect(try ours.tensor(entry.name) == theirs.tensor(entry.name), "\(entry.name)") }

    // Every setting that changes results is in their file and in ours.
    let (mine, hers) = try (JSON.file(folder.file("config.json")), JSON.file(Reference.folder(name) + "/config.json"))
    for (key, value) in mine where hers[key] != nil && hers[key] != NSNull() {
      #expect(value.isAlmost(hers[key]), "\(key)")
    }
    // Written again from what was read: not a byte differs.
    let again = try TemporaryFolder()
    try LoadedModel.load(from: folder.path).save(to: again.path)
    for file in ["config.json", "model.safetensors"] { #expect(try again.bytes(file) == folder.bytes(file)) }
    #expect(try folder.names == ["config.json", "model.safetensors"])
  }

  @Test("a GPT with options that no Hugging Face layout has goes through a layout of our own")
  func ownLayout() throws {
    let configuration = GPTConfiguration(
      vocabularySize: 19, contextLength: 8, layers: 2, heads: 4, channels: 16, keyValueHeads: 2, headSize: 6,
      hiddenChannels: 20, activation: .silu, isGated: true, normalization: .rmsNorm, epsilon: 1e-4, isTied: false,
      hasBias: false, dropout: 0.2)
    let folder = try TemporaryFolder()
    let model = GPT.lively(configuration, seed: 1)
    try model.save(to: folder.path)
    #expect(try JSON.file(folder.file("config.json"))["model_type"] == "lectern-gpt" as NSString)
    let loaded = try GPT.load(from: folder.path)
    #expect(loaded.configuration == configuration)
    #expect(loaded([1, 2, 3]) == model([1, 2, 3]))
  }

  @Test("half the precision is read as what it stands for")
  func halves() throws {
    let folder = try TemporaryFolder.copy(of: "gpt2-one-head")
    let source = try SafetensorsFile(path: folder.file("model.safetensors"))
    // As bfloat16, by hand: the upper half of each number.
    var header: [String: Any] = [:]
    var data: [UInt8] = []
    for entry in source.entries {
      let begin = data.count
      for value in try source.tensor(entry.name).scalars {
        withUnsafeBytes(of: UInt16(value.bitPattern >> 16).littleEndian) { data += $0 }
      }
      header[entry.name] = ["dtype": "BF16", "shape": entry.shape, "data_offsets": [begin, data.count]]
    }
    let json = [UInt8](try JSONSerialization.data(withJSONObject: header))
    try folder.write(
      withUnsafeBytes(of: UInt64(json.count).littleEndian) { Array($0) } + json + data, "model.safetensors")
    let exact = try GPT.load(from: Reference.folder("gpt2-one-head"))([1, 2, 3])
    let rounded = try GPT.load(from: folder.path)([1, 2, 3])
    #expect(rounded != exact)
    expect(rounded, isCloseTo: exact, within: 0.1)
  }

  @Test("names that old files have, and tensors that some writers add, are understood")
  func oldNames() throws {
    let folder = try TemporaryFolder.copy(of: "bert-bare")
    let file = try SafetensorsFile(path: folder.file("model.safetensors"))
    var tensors = try file.entries.map { entry in
      let old = entry.name.replacingOccurrences(of: "LayerNorm.weight", with: "LayerNorm.gamma")
        .replacingOccurrences(of: "LayerNorm.bias", with: "LayerNorm.beta")
      return (name: "bert." + old, tensor: try file.tensor(entry.name))
    }
    tensors.append(("bert.embeddings.position_ids", Tensor.zeros(1, 20)))
    tensors.append(("cls.seq_relationship.weight", Tensor.zeros(2, 32)))
    try SafetensorsFile.write(tensors, to: folder.file("model.safetensors"))
    let batch = TokenBatch([[1, 2, 3]])
    #expect(try BERT.load(from: folder.path)(batch) == BERT.load(from: Reference.folder("bert-bare"))(batch))
  }

  @Test("parameters of a GPT-2 with 124 million")
  func parameterCount() {
    var parameters = 0
    let (channels, layers) = (768, 12)
    parameters += 50_257 * channels + 1024 * channels + 2 * channels
    parameters += layers * (4 * channels + 12 * channels * channels + 3 * channels + channels + 4 * channels + channels)
    #expect(parameters == 124_439_808)
    #expect(GPT(.small, seed: 1).parameterCount == 65 * 8 + 4 * 8 + 2 * 8 + 2 * (4 * 8 + 12 * 64 + 9 * 8))
  }

  @Test("the same seed makes the same model, another seed another")
  func seeds() {
    #expect(GPT(.small, seed: 1)([1, 2]) == GPT(.small, seed: 1)([1, 2]))
    #expect(GPT(.small, seed: 1)([1, 2]) != GPT(.small, seed: 2)([1, 2]))
  }
}

extension GPTConfiguration {
  fileprivate static let small = GPTConfiguration(
    vocabularySize: 65, contextLength: 4, layers: 2, heads: 2, channels: 8)
}

extension LoadedModel {
  fileprivate func save(to folder: String) throws {
    switch self {
    case .gpt(let model): try model.save(to: folder)
    case .sequenceClassifier(let model): try model.save(to: folder)
    case .bert(let model): try model.save(to: folder)
    case .encoderDecoder(let model): try model.save(to: folder)
    case .speechEncoder(let model): try model.save(to: folder)
    case .recurrent(let model): try model.save(to: folder)
    case .perceptron(let model): try model.save(to: folder)
    }
  }
}

extension NSObject {
  /// Whether numbers are equal as floats, objects by their members, and others exactly.
  fileprivate func isAlmost(_ other: NSObject?) -> Bool {
    if let mine = self as? NSNumber, let theirs = other as? NSNumber { return mine.floatValue == theirs.floatValue }
    guard let mine = self as? [String: NSObject], let theirs = other as? [String: NSObject] else {
      return self == other
    }
    return mine.allSatisfy { theirs[$0] == nil || $1.isAlmost(theirs[$0]) }
  }
}
