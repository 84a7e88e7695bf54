// What a checkpoint is, as a value: for `lectern model info`.
import Foundation
import Layers
import Models
import Tensors
import Tokenizers

/// The JSON of `model info`.
struct ModelSummary: Encodable {
  struct Part: Encodable {
    var name: String
    var parameters: Int
  }

  struct File: Encodable {
    var name: String
    var bytes: Int
  }

  struct TokenizerSummary: Encodable {
    var kind: String
    var vocabulary: Int
  }

  struct Activation: Encodable {
    var name: String
    var shape: String
  }

  struct Sizes: Encodable {
    var layers: Int
    var heads: Int?
    var keyValueHeads: Int?
    var headSize: Int?
    var channels: Int?
    var hiddenChannels: Int?
    /// The most tokens it can see at once; nil: any number.
    var contextLength: Int?
    var vocabulary: Int?
  }

  /// As config.json has it.
  var model: String
  var architecture: String
  var folder: String
  var sizes: Sizes
  /// What the sizes do not say, in words: norm, positions, heads.
  var options: [String]
  var parameters: Int
  /// The same part of all layers together, `blocks.N.attention`.
  var parts: [Part]
  /// Parameters that are infinite or NaN.
  var notFinite: Int
  /// How the elements of the tensors are stored: "F32".
  var elementTypes: [String]
  var tokenizer: TokenizerSummary?
  /// Why there is none.
  var tokenizerProblem: String?
  var files: [File]
  var activations: [Activation]

  init(_ folder: ModelFolder) throws {
    let loaded = try folder.load()
    self.folder = folder.path
    model = try folder.type()
    (architecture, sizes, options) = Self.description(of: loaded)
    let named = loaded.model.parameters
    parameters = loaded.model.parameterCount
    parts = Self.parts(named)
    notFinite = named.reduce(0) { $0 + $1.parameter.value.scalars.count { !$0.isFinite } }
    let entries = try SafetensorsFile(path: folder.file("model.safetensors")).entries
    // Tables of integers may stand beside them.
    elementTypes = Set(entries.map(\.elementType).filter { $0.contains("F") }).sorted()
    do { tokenizer = try folder.tokenizerIfThere().map(Self.summary) } catch { tokenizerProblem = "\(error)" }
    files = Self.files(in: folder.path)
    activations = loaded.model.activationPoints.map { Activation(name: $0.name, shape: $0.shape) }
  }

  private static func description(of loaded: LoadedModel) -> (architecture: String, Sizes, options: [String]) {
    switch loaded {
    case .gpt(let model):
      let c = model.configuration
      let output = c.isTied ? "output layer tied to the token embedding" : "output layer of its own"
      return ("decoder-only transformer (GPT)", sizes(c), options(c) + [output])
    case .sequenceClassifier(let model):
      let labels = model.labels.joined(separator: ", ")
      let output = model.labels.count == 1 ? "one number, \(labels)" : "classes \(labels)"
      return (
        "decoder-only transformer with a head for labels (GPT)", sizes(model.configuration),
        options(model.configuration) + [output]
      )
    case .bert(let model):
      let c = model.configuration
      let sizes = Sizes(
        layers: c.layers, heads: c.heads, headSize: c.channels / c.heads, channels: c.channels,
        hiddenChannels: c.hiddenChannels, contextLength: c.contextLength, vocabulary: c.vocabularySize)
      let heads = [
        c.hasPooler ? "pooler" : nil, c.hasMaskedHead ? "head for masked tokens" : nil,
        c.labels.isEmpty ? nil : "classes \(c.labels.joined(separator: ", "))",
      ]
      return (
        "bidirectional encoder (BERT)", sizes,
        ["layerNorm after each part", "learned positions", c.activation.rawValue] + heads.compactMap { $0 }
      )
    case .encoderDecoder(let model):
      let c = model.configuration
      let sizes = Sizes(
        layers: c.layers, heads: c.heads, headSize: c.channels / c.heads, channels: c.channels,
        hiddenChannels: c.hiddenChannels, contextLength: c.contextLength, vocabulary: c.vocabularySize)
      let target = c.targetVocabularySize.map { "writes in a vocabulary of \($0)" }
      return (
        "encoder and decoder (the transformer of 2017)", sizes,
        ["layerNorm after each part", "sinusoidal positions", c.activation.rawValue] + [target].compactMap { $0 }
      )
    case .speechEncoder(let model):
      let c = model.configuration
      let sizes = Sizes(
        layers: c.layers, heads: c.heads, headSize: c.channels / c.heads, channels: c.channels,
        hiddenChannels: c.hiddenChannels, contextLength: c.contextLength)
      return (
        "encoder of speech", sizes,
        [
          "\(c.mels) mels, a position every \(c.stride) frames", "layerNorm after each part", "sinusoidal positions",
          "classes \(c.labels.joined(separator: ", "))",
        ]
      )
    case .recurrent(let model):
      let c = model.configuration
      let sizes = Sizes(layers: c.layers, channels: c.channels, vocabulary: c.vocabularySize)
      return ("recurrent network", sizes, ["\(c.cell.rawValue) cells"])
    case .perceptron(let model):
      let layers = model.sizes.map(String.init).joined(separator: ", ")
      return (
        "multilayer perceptron", Sizes(layers: model.sizes.count - 1),
        ["layers of \(layers)", model.activation.rawValue]
      )
    }
  }

  private static func sizes(_ c: GPTConfiguration) -> Sizes {
    Sizes(
      layers: c.layers, heads: c.heads, keyValueHeads: c.keyValueHeads, headSize: c.headSize, channels: c.channels,
      hiddenChannels: c.hiddenChannels, contextLength: c.contextLength, vocabulary: c.vocabularySize)
  }

  private static func options(_ c: GPTConfiguration) -> [String] {
    [
      "\(c.normalization.rawValue) before each part", "\(c.positions.rawValue) positions",
      c.isGated ? "gated \(c.activation.rawValue)" : c.activation.rawValue,
    ]
  }

  /// Parameters by where they are: a part of a block, counted over all blocks, or what stands by itself.
  private static func parts(_ parameters: [NamedParameter]) -> [Part] {
    var parts: [Part] = []
    for named in parameters {
      let words = named.name.split(separator: ".")
      let number = words.firstIndex { Int($0) != nil }
      let name = number.map { words[..<$0] + ["N"] + words[($0 + 1)...].prefix(1) } ?? words.prefix(1)
      let part = name.joined(separator: ".")
      if let place = parts.firstIndex(where: { $0.name == part }) {
        parts[place].parameters += named.parameter.value.count
      } else {
        parts.append(Part(name: part, parameters: named.parameter.value.count))
      }
    }
    return parts
  }

  private static func summary(_ tokenizer: any Tokenizer) -> TokenizerSummary {
    let kind =
      switch tokenizer {
      case is BytePairTokenizer: "byte-level BPE"
      case is WordPieceTokenizer: "WordPiece"
      default: "characters"
      }
    return TokenizerSummary(kind: kind, vocabulary: tokenizer.vocabularySize)
  }

  private static func files(in folder: String) -> [File] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().compactMap { name in
      var status = stat()
      guard stat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      return File(name: name, bytes: Int(status.st_size))
    }
  }
}
