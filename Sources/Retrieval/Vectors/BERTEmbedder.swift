// Vectors from a sentence encoder on disk: all-MiniLM-L6-v2, the course's own, or any other BERT.
import Layers
import Models
import Tensors
import Tokenizers

/// The mean of the vectors of a text's tokens, of length 1 (Reimers and Gurevych 2019). What is longer than the model
/// can read is cut off.
///
/// Sendable although models are not: nobody else holds this one, and it is only run, without hooks.
public struct BERTEmbedder: TextEmbedder, @unchecked Sendable {
  public let identity: String
  public let dimensions: Int
  public let rankingWeight: Double
  private let model: BERT
  private let tokenizer: any Tokenizer

  /// Texts that are computed at once, and tokens with their padding.
  private static let mostTexts = 32
  private static let mostTokens = 2048

  /// Reads a folder with config.json, model.safetensors and a tokenizer.
  ///
  /// - Parameters:
  ///   - name: what people call the model; the folder's name if left out. The identity is it, and a hash of the model's
  ///     files.
  ///   - rankingWeight: less than 1 for a model that is worse than the words.
  public init(folder: String, named name: String? = nil, rankingWeight: Double = 1) throws {
    let files = try EncoderFolder(folder)
    (model, tokenizer) = (files.model, files.tokenizer)
    self.rankingWeight = rankingWeight
    dimensions = model.configuration.channels
    let name = name ?? folder.split(separator: "/").last.map(String.init) ?? folder
    identity = "\(name) \(try ModelFingerprint.of(folder))"
  }

  public func vectors(for texts: [String]) throws -> [[Float]] {
    let ids = texts.map(tokens)
    var vectors = [[Float]](repeating: Array(repeating: 0, count: dimensions), count: texts.count)
    // Texts of like length go together, so that little is padded.
    var rest = ids.indices.filter { !ids[$0].isEmpty }.sorted { (ids[$0].count, $0) < (ids[$1].count, $1) }[...]
    while !rest.isEmpty {
      var count = 0
      while count < min(Self.mostTexts, rest.count) {
        guard count == 0 || ids[rest[rest.startIndex + count]].count * (count + 1) <= Self.mostTokens else { break }
        count += 1
      }
      let batch = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
      let rows = Tensor.withoutGradients { model.embed(TokenBatch(padding: batch.map { ids[$0] })) }.scalars
      guard rows.allSatisfy(\.isFinite) else { throw EmbeddingError.noNumbers(identity: identity) }
      for (row, text) in batch.enumerated() {
        vectors[text] = Array(rows[row * dimensions..<(row + 1) * dimensions])
      }
    }
    return vectors
  }

  /// As the model reads the text; empty for a text with nothing in it.
  private func tokens(_ text: String) -> [Int] {
    let ids = tokenizer.encode(text)
    guard !ids.isEmpty else { return [] }
    let before = tokenizer.template?.before.map(\.id) ?? []
    let after = tokenizer.template?.after.map(\.id) ?? []
    let room = max(0, model.configuration.contextLength - before.count - after.count)
    return before + ids.prefix(room) + after
  }
}

public enum EmbeddingError: Error, Equatable, CustomStringConvertible, Sendable {
  case noEncoder(folder: String, type: String)
  case otherTokenizer(folder: String, tokens: Int, rows: Int)
  case noNumbers(identity: String)

  public var description: String {
    switch self {
    case .noEncoder(let folder, let type):
      "\(folder): vectors of texts need an encoder (bert), and this is \(type)"
    case .otherTokenizer(let folder, let tokens, let rows):
      "\(folder): the tokenizer has \(tokens) tokens, and the model knows \(rows); they do not belong together"
    case .noNumbers(let identity):
      "\(identity) gives vectors that hold no numbers (NaN or infinite); its weights are damaged"
    }
  }
}
