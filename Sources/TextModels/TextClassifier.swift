// A model with a head for labels and its tokenizer: text in, a label or a number out.
internal import Foundation
internal import Layers
public import Models
internal import Tensors
public import Tokenizers

/// Tells texts apart by their labels, or gives each a number.
///
/// ```swift
/// let classifier = try TextClassifier.load(from: "runs/moods/model")
/// print(try classifier.answers(to: ["The crossing was lovely."]))   // ["positive"]
/// ```
public struct TextClassifier {
  /// How reports call it: the folder's name, or that of the run.
  public var name: String
  public var model: AnyClassifyingModel
  public let tokenizer: any Tokenizer
  /// Of a GPT: the tokens after which a text is finished; the first stands before every text. Empty if there are none.
  public let endTokens: [Int]

  public init(name: String, _ model: AnyClassifyingModel, tokenizer: any Tokenizer, endTokens: [Int]) {
    self.name = name
    self.model = model
    self.tokenizer = tokenizer
    self.endTokens = endTokens.filter { (0..<model.vocabularySize).contains($0) }
  }

  /// Reads a folder with config.json, model.safetensors and tokenizer files. Throws ``TextModelError``,
  /// ``CheckpointError``, ``SafetensorsError`` or ``TokenizerError``.
  public static func load(from folder: String) throws -> TextClassifier {
    guard let model = try AnyClassifyingModel.load(from: folder) else {
      throw TextModelError.noLabels(folder: folder, type: try LoadedModel.modelType(of: folder))
    }
    let tokenizer = try TokenizerFiles.load(folder)
    guard tokenizer.vocabularySize <= model.vocabularySize else {
      throw TextModelError.otherTokenizer(
        folder: folder, tokens: tokenizer.vocabularySize, vocabularySize: model.vocabularySize)
    }
    let name = URL(fileURLWithPath: folder).lastPathComponent
    return TextClassifier(name: name, model, tokenizer: tokenizer, endTokens: EndTokens.read(from: folder))
  }

  public var labels: [String] { model.labels }
  /// Whether it gives a number.
  public var isRegression: Bool { model.labels.count == 1 }

  /// A text as the model reads it: between the tokens that its tokenizer puts round a text, or behind the end of another.
  /// Of a longer one only the end is read.
  ///
  /// - Parameter most: tokens; nil: as many as the model reads at once.
  public func tokens(of text: String, most: Int? = nil) -> (ids: [Int], cut: [Int]) {
    let before = tokenizer.template?.before.map(\.id) ?? Array(endTokens.prefix(1))
    let after = tokenizer.template?.after.map(\.id) ?? []
    let ids = tokenizer.encode(text)
    let room = max(0, min(most ?? .max, model.contextLength) - before.count - after.count)
    return (before + ids.suffix(room) + after, Array(ids.dropLast(room)))
  }

  /// How likely each label is for each text, in the order of ``labels``; each row sums to 1. Throws ``ModelInputError``.
  ///
  /// - Parameter size: how many go through the model together.
  public func probabilities(of texts: [String], size: Int = 32) throws -> [[Double]] {
    try outputs(of: texts, size: size).map { row in
      let largest = row.max() ?? 0
      let powers = row.map { exp($0 - largest) }
      return powers.map { $0 / powers.reduce(0, +) }
    }
  }

  /// The likeliest label of each text, or its number as it is written. Throws ``ModelInputError``.
  public func answers(to texts: [String], size: Int = 32) throws -> [String] {
    try outputs(of: texts, size: size).map { row in
      if isRegression { return "\(row[0])" }
      return labels[row.indices.max { (row[$0], $1) < (row[$1], $0) } ?? 0]
    }
  }

  /// What the head says of each text: a logit for each label, or a number. Throws ``ModelInputError``.
  public func outputs(of texts: [String], size: Int = 32) throws -> [[Double]] {
    let read = texts.map { tokens(of: $0).ids }
    // Texts of about one length together: less padding.
    let order = read.indices.sorted { (read[$0].count, $0) < (read[$1].count, $1) }
    var outputs = [[Double]](repeating: [], count: texts.count)
    for begin in stride(from: 0, to: order.count, by: max(1, size)) {
      let places = order[begin..<min(order.count, begin + max(1, size))]
      let batch = TokenBatch(padding: places.map { read[$0] })
      try model.check(batch)
      let logits = Tensor.withoutGradients { model.classLogits(batch) }.scalars
      for (row, place) in places.enumerated() {
        outputs[place] = logits[row * labels.count..<(row + 1) * labels.count].map(Double.init)
      }
    }
    return outputs
  }

  /// Writes config.json, model.safetensors and tokenizer files.
  public func save(to folder: String) throws {
    try model.save(to: folder)
    try tokenizer.write(to: folder)
    try EndTokens.write(endTokens, to: folder)
  }
}
