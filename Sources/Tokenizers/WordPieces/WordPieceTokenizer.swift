// WordPiece, BERT's tokenizer (Devlin et al. 2018): the longest piece of the vocabulary that begins the word, then the
// longest that goes on from there.

/// Normalises a text, cuts it into words, and each word into pieces of the vocabulary. A word that cannot be pieced
/// together is one unknown token, so not every text round-trips.
public struct WordPieceTokenizer: Tokenizer {
  /// How a text is prepared and a word taken apart, as tokenizer.json says it.
  public struct Options: Sendable, Equatable {
    public var normalizer = BertNormalizer()

    /// What a piece inside a word begins with in the vocabulary.
    public var continuingPrefix = "##"

    /// Longer words, in characters, are unknown without a search.
    public var longestWord = 100

    /// Takes the spaces before punctuation out of decoded texts.
    public var cleansDecodedText = true

    public init(normalizer: BertNormalizer = BertNormalizer()) { self.normalizer = normalizer }
  }

  public let options: Options
  public let template: SpecialTokenTemplate?
  public let unknownToken: String
  let vocabulary: Vocabulary
  /// The pieces that may stand inside a word, without their prefix.
  private let continuing: ByteStrings
  private let unknownID: Int

  init(
    vocabulary: ByteStrings, unknownToken: String = "[UNK]", addedTokens: [AddedToken], options: Options = Options(),
    template: SpecialTokenTemplate? = nil
  ) throws {
    guard vocabulary.count > 0 else { throw FileProblem.emptyVocabulary }
    guard let unknownID = vocabulary.id(of: unknownToken) else {
      throw FileProblem.missingToken(unknownToken, role: "the unknown token")
    }
    let prefix = Array(options.continuingPrefix.utf8)
    continuing = try ByteStrings(
      vocabulary.entries.filter { $0.bytes.starts(with: prefix) }.map {
        (Array($0.bytes.dropFirst(prefix.count)), $0.id)
      })
    let added = try AddedTokens(addedTokens, in: vocabulary) { content in
      content.withUnsafeBufferPointer { options.normalizer.normalize($0, in: $0.indices).bytes }
    }
    self.vocabulary = Vocabulary(vocabulary, added: added)
    self.unknownToken = unknownToken
    self.unknownID = unknownID
    self.options = options
    self.template = template
  }

  /// - Parameters:
  ///   - vocabulary: the tokens by id.
  ///   - specialTokens: those of the vocabulary that are found in a text as they stand.
  ///   - template: `[CLS]` and `[SEP]` round the text if nil and both are special tokens.
  /// - Throws: ``TokenizerError/invalid(_:_:)`` if a token stands twice, or the unknown or a special token is missing.
  public init(
    vocabulary: [String], unknownToken: String = "[UNK]", specialTokens: [String] = [], options: Options = Options(),
    template: SpecialTokenTemplate? = nil
  ) throws {
    self = try TokenizerError.naming("the vocabulary") {
      let strings = try ByteStrings(vocabulary)
      let added = try AddedTokens(special: specialTokens, in: strings)
      return try WordPieceTokenizer(
        vocabulary: strings, unknownToken: unknownToken, addedTokens: added.list, options: options,
        template: template ?? Self.bertTemplate(added))
    }
  }

  /// `[CLS] text [SEP]`, if both tokens are there.
  static func bertTemplate(_ added: AddedTokens) -> SpecialTokenTemplate? {
    guard let first = added.id(of: "[CLS]"), let last = added.id(of: "[SEP]") else { return nil }
    return SpecialTokenTemplate(before: [.init("[CLS]", id: first)], after: [.init("[SEP]", id: last)])
  }

  public var vocabularySize: Int { vocabulary.idLimit }
  public var addedTokens: [AddedToken] { vocabulary.added.list }
  public func token(for id: Int) -> String? { vocabulary.token(for: id) }
  public func id(of token: String) -> Int? { vocabulary.id(of: token) }

  /// Calls `found` for each piece of a word, or once for the whole word if it is unknown.
  func pieces(of word: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ found: (Int, Range<Int>) -> Void) {
    let characters = text[word].count { $0 & 0xC0 != 0x80 }
    guard characters <= options.longestWord else { return found(unknownID, word) }
    var pieces: [(id: Int, range: Range<Int>)] = []
    var start = word.lowerBound
    while start < word.upperBound {
      guard let piece = longestPiece(from: start, in: text, word: word) else { return found(unknownID, word) }
      pieces.append(piece)
      start = piece.range.upperBound
    }
    for piece in pieces { found(piece.id, piece.range) }
  }

  private func longestPiece(
    from start: Int, in text: UnsafeBufferPointer<UInt8>, word: Range<Int>
  ) -> (id: Int, range: Range<Int>)? {
    let strings = start == word.lowerBound ? vocabulary.strings : continuing
    var end = min(word.upperBound, start + strings.longest)
    while end > start {
      let isWhole = end == text.count || text[end] & 0xC0 != 0x80
      if isWhole, let id = strings.id(of: UnsafeBufferPointer(rebasing: text[start..<end])) { return (id, start..<end) }
      end -= 1
    }
    return nil
  }
}
