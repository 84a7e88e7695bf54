// Translation between English and Ostrish by an encoder-decoder. One model writes both languages, and a token before
// the source says which (Johnson et al. 2017).
public import Corpora
internal import Generation
public import Models
internal import Tensors
public import Tokenizers

/// Translates sentences of the phrasebook.
///
/// ```swift
/// let translator = try Translator.load(from: "TranslationModel")
/// print(try translator.translate("The captain sees the ferry.", from: .english).text)
/// ```
public struct Translator {
  public var model: EncoderDecoder
  public let tokenizer: BytePairTokenizer
  /// Stands before and behind every text that is written.
  let end: Int
  /// Before a source: write this language.
  let writes: [Phrasebook.Language: Int]

  static let endOfText = "<|endoftext|>"

  static func mark(_ language: Phrasebook.Language) -> String { "<|\(language.rawValue)|>" }

  /// The tokens that a translator's tokenizer must have beside those of its texts.
  public static let specialTokens = [endOfText] + Phrasebook.Language.allCases.map(mark)

  /// Throws ``TranslatorError``.
  public init(_ model: EncoderDecoder, tokenizer: BytePairTokenizer) throws {
    func id(_ token: String) throws -> Int {
      guard let id = tokenizer.id(of: token) else { throw TranslatorError.noSpecialToken(token) }
      return id
    }
    self.model = model
    self.tokenizer = tokenizer
    end = try id(Self.endOfText)
    writes = try Dictionary(
      uniqueKeysWithValues: Phrasebook.Language.allCases.map { ($0, try id(Self.mark($0))) })
    guard tokenizer.vocabularySize <= model.configuration.vocabularySize else {
      throw TranslatorError.otherTokenizer(
        tokens: tokenizer.vocabularySize, vocabularySize: model.configuration.vocabularySize)
    }
  }

  /// Reads a folder with config.json, model.safetensors and tokenizer files. Throws ``TranslatorError``,
  /// ``CheckpointError``, ``SafetensorsError`` or ``TokenizerError``.
  public static func load(from folder: String) throws -> Translator {
    let tokenizer = try TokenizerFiles.load(folder)
    guard let tokenizer = tokenizer as? BytePairTokenizer else {
      throw TranslatorError.noSpecialToken(endOfText)
    }
    return try Translator(EncoderDecoder.load(from: folder), tokenizer: tokenizer)
  }

  /// What the encoder reads: which language to write, then the sentence.
  public func source(_ sentence: String, from language: Phrasebook.Language) -> [Int] {
    [writes[language.other] ?? end] + tokenizer.encode(sentence) + [end]
  }

  /// What the decoder is to write, from the token that starts every text to the one that ends it.
  public func target(_ sentence: String) -> [Int] { [end] + tokenizer.encode(sentence) + [end] }

  /// The translation that a search with so many beams finds; 1 takes the likeliest token each time. Throws
  /// ``ModelInputError`` for a sentence longer than the context.
  public func translate(
    _ sentence: String, from language: Phrasebook.Language, beams: Int = 1
  ) throws -> Translation {
    let source = source(sentence, from: language)
    let found = try model.beams(
      from: source, beginning: [end], width: beams, count: longest(source), stoppingAt: [[end]])
    guard let best = found.first else { throw TranslatorError.nothingWritten(sentence) }
    let written = best.ids.last == end ? best.ids.dropLast() : best.ids[...]
    return Translation(
      text: try tokenizer.decode(Array(written)), logProbability: Double(best.logProbability),
      isWhole: best.ids.last == end)
  }

  /// The likeliest tokens for many sentences at once, which is faster.
  public func translations(
    of sentences: [String], from language: Phrasebook.Language, size: Int = 64
  ) throws -> [String] {
    try stride(from: 0, to: sentences.count, by: size).flatMap { first in
      let sources = sentences[first..<min(first + size, sentences.count)].map { source($0, from: language) }
      let written = try model.generate(
        from: sources, beginning: [end], count: longest(sources.max { $0.count < $1.count } ?? []),
        stoppingAt: [[end]])
      return try written.map { try tokenizer.decode($0.last == end ? $0.dropLast() : $0) }
    }
  }

  /// No translation of the phrasebook is twice as long as its source.
  private func longest(_ source: [Int]) -> Int { 2 * source.count + 8 }
}

/// What a translator wrote.
public struct Translation: Equatable, Sendable {
  public let text: String
  /// `log p` of the text, in nats: how sure the model is.
  public let logProbability: Double
  /// Whether the model ended it; else it was cut.
  public let isWhole: Bool
}

/// Why there is no translator.
public enum TranslatorError: Error, Equatable, Sendable, CustomStringConvertible {
  case noSpecialToken(String)
  case otherTokenizer(tokens: Int, vocabularySize: Int)
  case nothingWritten(String)

  public var description: String {
    switch self {
    case .noSpecialToken(let token):
      "the tokenizer has no token \(token), which a translator needs; train it with specialTokens: "
        + "Translator.specialTokens"
    case .otherTokenizer(let tokens, let size):
      "the tokenizer has \(tokens) tokens and the model \(size); they do not belong together"
    case .nothingWritten(let sentence): "the model wrote nothing for \"\(sentence)\""
    }
  }
}
