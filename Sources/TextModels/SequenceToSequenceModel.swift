// An encoder-decoder with its tokenizers: one text in, another out.
internal import Foundation
internal import Generation
public import Models
public import Tokenizers

/// Writes a text when it has read another: translations, summaries, spellings.
///
/// ```swift
/// let model = try SequenceToSequenceModel.load(from: "runs/ostrish/model")
/// print(try model.answers(to: ["The ferry waits."], count: 20))
/// ```
public struct SequenceToSequenceModel {
  /// How reports call it: the folder's name, or that of the run.
  public var name: String
  public var model: EncoderDecoder
  /// Of what is read, and of what is written.
  public let source, target: any Tokenizer
  /// What ends a text, in each of the vocabularies; the target's also stands before it.
  public let sourceEnd, targetEnd: Int

  public init(
    name: String, _ model: EncoderDecoder, source: any Tokenizer, target: any Tokenizer, sourceEnd: Int, targetEnd: Int
  ) {
    self.name = name
    self.model = model
    (self.source, self.target) = (source, target)
    (self.sourceEnd, self.targetEnd) = (sourceEnd, targetEnd)
  }

  /// Reads a folder with config.json, model.safetensors, the source's tokenizer, and the target's in a folder `target`;
  /// without one, both share one. Throws ``TextModelError``, ``CheckpointError``, ``SafetensorsError`` or
  /// ``TokenizerError``.
  public static func load(from folder: String) throws -> SequenceToSequenceModel {
    guard case .encoderDecoder(let model) = try LoadedModel.load(from: folder) else {
      throw TextModelError.notAnEncoderDecoder(folder: folder, type: try LoadedModel.kind(of: folder))
    }
    let targetFolder = "\(folder)/\(targetName)"
    let source = try TokenizerFiles.load(folder)
    let hasTwo = FileManager.default.fileExists(atPath: targetFolder)
    let target = hasTwo ? try TokenizerFiles.load(targetFolder) : source
    let sizes = (model.configuration.vocabularySize, model.configuration.targetVocabularySize)
    for (tokenizer, size) in [(source, sizes.0), (target, sizes.1 ?? sizes.0)] where tokenizer.vocabularySize > size {
      throw TextModelError.otherTokenizer(folder: folder, tokens: tokenizer.vocabularySize, vocabularySize: size)
    }
    let ends = (EndTokens.read(from: folder).first, EndTokens.read(from: hasTwo ? targetFolder : folder).first)
    guard let sourceEnd = ends.0, let targetEnd = ends.1 else { throw TextModelError.noEndToken(folder: folder) }
    return SequenceToSequenceModel(
      name: URL(fileURLWithPath: folder).lastPathComponent, model, source: source, target: target,
      sourceEnd: sourceEnd, targetEnd: targetEnd)
  }

  private static let targetName = "target"

  /// Writes what `load(from:)` reads.
  public func save(to folder: String) throws {
    try model.save(to: folder)
    try source.write(to: folder)
    try EndTokens.write([sourceEnd], to: folder)
    guard model.configuration.targetVocabularySize != nil else { return }
    try target.write(to: "\(folder)/\(Self.targetName)")
    try EndTokens.write([targetEnd], to: "\(folder)/\(Self.targetName)")
  }

  /// A text as the encoder reads it, with the token that ends it.
  public func sourceIDs(_ text: String) -> [Int] { source.encode(text) + [sourceEnd] }

  /// A text as the decoder learns to write it, between the tokens that begin and end it.
  public func targetIDs(_ text: String) -> [Int] { [targetEnd] + target.encode(text) + [targetEnd] }

  /// What the model writes for each text. Of a text that is longer than the context only the end is read. Throws
  /// ``GenerationError`` and ``TokenizerError``.
  ///
  /// - Parameters:
  ///   - count: of new tokens, at most.
  ///   - beams: how many beginnings of an answer are kept open; 1 takes the likeliest token each time.
  ///   - size: how many texts go through the model together, for 1 beam.
  public func answers(to texts: [String], count: Int, beams: Int = 1, size: Int = 16) throws -> [String] {
    let sources = texts.map { Array(sourceIDs($0).suffix(model.configuration.contextLength)) }
    guard beams == 1 else {
      return try sources.map { source in
        let found = try model.beams(
          from: source, beginning: [targetEnd], width: beams, count: count, stoppingAt: [[targetEnd]])
        return try text(found.first?.ids ?? [])
      }
    }
    return try stride(from: 0, to: sources.count, by: max(1, size)).flatMap { start in
      try model.generate(
        from: Array(sources[start..<min(sources.count, start + max(1, size))]), beginning: [targetEnd], count: count,
        stoppingAt: [[targetEnd]]
      ).map(text)
    }
  }

  private func text(_ ids: [Int]) throws -> String {
    let known = ids.prefix { $0 != targetEnd }.filter { target.token(for: $0) != nil }
    return try target.decode(known, skippingSpecialTokens: true)
  }
}
