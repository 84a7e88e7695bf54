// One token a character: the simplest tokenizer, and for small experiments often enough.

/// Each Unicode scalar is a token. A visible character may be several: "é" can be a letter and an accent.
///
/// A character that the vocabulary lacks becomes the unknown token; without one it is left out.
public struct CharacterTokenizer: Tokenizer {
  public let unknownToken: String?
  let vocabulary: Vocabulary
  private let ids: [Unicode.Scalar: Int]
  private let unknownID: Int?

  /// Throws ``FileProblem``. An unknown token is a special token, too.
  init(vocabulary: ByteStrings, addedTokens: [AddedToken], unknownToken: String?) throws {
    guard vocabulary.count > 0 else { throw FileProblem.emptyVocabulary }
    let added = try AddedTokens(addedTokens, in: vocabulary)
    self.vocabulary = Vocabulary(vocabulary, added: added)
    var ids: [Unicode.Scalar: Int] = [:]
    for (id, bytes) in vocabulary.entries {
      let token = String(decoding: bytes, as: UTF8.self)
      if let scalar = token.unicodeScalars.first, token.unicodeScalars.count == 1 {
        ids[scalar] = id
      } else if added[id] == nil && token != unknownToken {
        throw FileProblem.notACharacter(token)
      }
    }
    self.ids = ids
    self.unknownToken = unknownToken
    unknownID = try unknownToken.map { token in
      guard let id = vocabulary.id(of: token) else { throw FileProblem.missingToken(token, role: "the unknown token") }
      return id
    }
  }

  /// The characters of a text, sorted by code point, after the special tokens.
  ///
  /// - Parameter unknownToken: if given, gets an id after the special tokens and stands for all other characters.
  /// - Throws: ``TokenizerError`` if a special token is empty or stands twice, or if the text is empty.
  public static func train(
    on text: String, specialTokens: [String] = [], unknownToken: String? = nil
  ) throws -> CharacterTokenizer {
    guard !text.isEmpty else { throw TokenizerError.emptyTrainingText }
    let special = try SpecialTokenList.check(specialTokens + (unknownToken.map { [$0] } ?? []))
    let characters = Set(text.unicodeScalars).sorted().map { String($0) }
    return try TokenizerError.naming("the vocabulary") {
      let tokens =
        special + characters.filter { character in !special.contains { $0.utf8.elementsEqual(character.utf8) } }
      return try CharacterTokenizer(
        vocabulary: try ByteStrings(tokens),
        addedTokens: special.enumerated().map { AddedToken($0.element, id: $0.offset) },
        unknownToken: unknownToken)
    }
  }

  public var vocabularySize: Int { vocabulary.idLimit }
  public var addedTokens: [AddedToken] { vocabulary.added.list }
  public var template: SpecialTokenTemplate? { nil }
  public func token(for id: Int) -> String? { vocabulary.token(for: id) }
  public func id(of token: String) -> Int? { vocabulary.id(of: token) }

  public func encode(_ text: String) -> [Int] {
    var ids: [Int] = []
    forEachToken(in: text) { id, _ in ids.append(id) }
    return ids
  }

  public func encoding(of text: String) -> Encoding {
    var result = Encoding()
    forEachToken(in: text) { id, range in result.append(id: id, token: token(for: id) ?? "", offsets: range) }
    return result
  }

  private func forEachToken(in text: String, _ found: (Int, Range<Int>) -> Void) {
    var text = text
    text.withUTF8 { text in
      for piece in vocabulary.added.pieces(of: text) {
        switch piece {
        case .added(let token, let range): found(token.id, range)
        case .text(let range):
          var position = range.lowerBound
          while let scalar = UTF8Scalars.after(position, in: text, to: range.upperBound) {
            let end = position + UTF8.width(scalar)
            if let id = ids[scalar] ?? unknownID { found(id, position..<end) }
            position = end
          }
        }
      }
    }
  }

  public func decodeBytes(_ ids: some Sequence<Int>, skippingSpecialTokens: Bool) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for id in ids {
      guard let token = token(for: id) else { throw TokenizerError.unknownID(id, vocabularySize: vocabularySize) }
      if !(skippingSpecialTokens && vocabulary.added[id]?.isSpecial == true) { bytes += Array(token.utf8) }
    }
    return bytes
  }
}
