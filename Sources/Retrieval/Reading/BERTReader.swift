// A BERT that reads a question and a sentence together (a cross-encoder: Nogueira and Cho 2019), taught by adapters.
internal import Foundation
import Layers
import Models
import Tensors
import Tokenizers

/// A sentence encoder with adapters that make a reader of it.
///
/// Sendable although models are not: nobody else holds this one, and it is only run, without hooks.
public struct BERTReader: SentenceReader, @unchecked Sendable {
  public let identity: String
  private let model: BERT
  private let tokenizer: any Tokenizer

  /// - Parameters:
  ///   - folder: the encoder: config.json, model.safetensors and a tokenizer.
  ///   - adapters: what it was taught, as ``Model/saveAdapters(to:)`` wrote it.
  public init(folder: String, adapters: String) throws {
    let files = try EncoderFolder(folder)
    tokenizer = files.tokenizer
    var model = Self.untaught(files.model)
    try model.loadAdapters(from: adapters)
    model.mergeAdapters()
    self.model = model
    identity = "reader \(try ModelFingerprint.of(adapters)) on \(try ModelFingerprint.of(folder))"
  }

  /// A reader that has learnt nothing yet. All that it learns shall be in adapters, the head's too; so its head begins in
  /// a direction that is the same everywhere, and means nothing.
  public static func untaught(_ encoder: BERT) -> BERT {
    let channels = encoder.configuration.channels
    var model = encoder.withLabels(["answers"], seed: 0)
    model.pooler = nil
    let direction = (0..<channels).map { cos(Float($0)) / Float(channels).squareRoot() }
    model.classifier = Linear(weight: Parameter(Tensor(direction).reshaped(1, channels)))
    return model
  }

  public func scores(of sentences: [ReadableSentence], asking question: String) throws -> [Double] {
    guard !sentences.isEmpty else { return [] }
    let room = min(SegmentedTokens.mostRead, model.contextLength)
    let inputs = sentences.map { tokenizer.joined(question, $0, room: room) }
    let logits = try Tensor.withoutGradients { try model.meanLogits(of: inputs) }.scalars
    guard logits.allSatisfy(\.isFinite) else { throw EmbeddingError.noNumbers(identity: identity) }
    return logits.map(Double.init)
  }
}

extension SegmentedTokens {
  /// As many tokens as a reader is taught with, and reads.
  public static let mostRead = 128
}

extension Tokenizer {
  /// "[CLS] question [SEP] sentence [SEP] what it leans on [SEP]", the question in segment 0 and the rest in segment 1.
  /// What is longer than a reader needs is cut off.
  ///
  /// - Parameter room: the most tokens.
  public func joined(
    _ question: String, _ sentence: ReadableSentence, room: Int = SegmentedTokens.mostRead
  ) -> SegmentedTokens {
    let (before, after) = (template?.before.map(\.id) ?? [], template?.after.map(\.id) ?? [])
    var ids = before + encode(question.withFoldedSpaces).prefix(40) + after
    let asked = ids.count
    ids += encode(sentence.text.withFoldedSpaces).prefix(80) + after
    ids += encode(sentence.context.withFoldedSpaces).prefix(40) + after
    ids = Array(ids.prefix(room))
    return SegmentedTokens(ids: ids, segments: ids.indices.map { $0 < asked ? 0 : 1 })
  }
}
