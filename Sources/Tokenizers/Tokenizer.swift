// What every tokenizer can do. Each kind is a folder of its own; TokenizerFiles reads them from disk.

/// Turns text into ids of a vocabulary, and ids into text.
public protocol Tokenizer: Sendable, CustomStringConvertible {
  /// One more than the largest id: the number of rows of an embedding table. A file may leave ids below it unused.
  var vocabularySize: Int { get }

  /// Tokens that are found in a text as they stand, before the text is cut into words.
  var addedTokens: [AddedToken] { get }

  /// What stands before and after a text when special tokens are asked for; nil for nothing.
  var template: SpecialTokenTemplate? { get }

  /// The ids of a text. Added tokens are recognised in it; none is put round it.
  func encode(_ text: String) -> [Int]

  /// The ids of a text with their tokens and where each lies.
  func encoding(of text: String) -> Encoding

  /// The bytes that the ids stand for. A token may end inside a character, so they need not be whole UTF-8.
  ///
  /// Throws ``TokenizerError/unknownID(_:vocabularySize:)``.
  func decodeBytes(_ ids: some Sequence<Int>, skippingSpecialTokens: Bool) throws -> [UInt8]

  /// The token as it is written in vocabulary files: byte-level tokens in ``ByteLevelAlphabet``, `Ġthe` for " the".
  func token(for id: Int) -> String?

  /// The id of a token written as ``token(for:)`` gives it. Canonically equivalent spellings are different tokens.
  func id(of token: String) -> Int?

  /// Writes `tokenizer.json` and the older files of this kind of tokenizer into a folder, which is made if need be.
  func write(to folder: String) throws
}

extension Tokenizer {
  public var description: String { "\(Self.self) with \(vocabularySize) tokens" }

  /// The added tokens with a meaning of their own, such as the end of a text.
  public var specialTokens: [AddedToken] { addedTokens.filter(\.isSpecial) }

  public func encode(_ text: String, addingSpecialTokens: Bool) -> [Int] {
    guard addingSpecialTokens, let template else { return encode(text) }
    return template.ids(around: encode(text))
  }

  /// Special tokens that the template adds have the empty range 0..<0.
  public func encoding(of text: String, addingSpecialTokens: Bool) -> Encoding {
    guard addingSpecialTokens, let template else { return encoding(of: text) }
    return template.encoding(around: encoding(of: text))
  }

  public func decodeBytes(_ ids: some Sequence<Int>) throws -> [UInt8] {
    try decodeBytes(ids, skippingSpecialTokens: false)
  }

  /// The text that the ids stand for. Bytes that are no UTF-8 become U+FFFD.
  public func decode(_ ids: some Sequence<Int>, skippingSpecialTokens: Bool = false) throws -> String {
    String(decoding: try decodeBytes(ids, skippingSpecialTokens: skippingSpecialTokens), as: UTF8.self)
  }
}
