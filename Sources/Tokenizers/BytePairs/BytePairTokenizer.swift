// Byte-level byte-pair encoding, GPT-2's tokenizer (Radford et al. 2019). BytePairTokenizer+Training.swift learns one.

/// Cuts a text into words, and each word into the tokens that byte-pair encoding makes of its UTF-8 bytes.
///
/// If the vocabulary holds all 256 bytes, as every trained one does, each text round-trips: `decode(encode(text)) ==
/// text`.
public struct BytePairTokenizer: Tokenizer {
  /// How a text is prepared before merging, as `ByteLevel` of tokenizer.json says it.
  public struct Options: Sendable, Equatable {
    /// Puts a space before a text that has none, so that its first word is encoded like one in the middle.
    public var addsPrefixSpace: Bool

    /// Cuts words by GPT-2's pattern. Without it the whole text is one word.
    public var splitsWords: Bool

    /// Leaves white space at the edges of tokens out of their offsets.
    public var trimsOffsets: Bool

    /// Whether that takes a single space at the front of the text for one that was added.
    var trimmingExpectsAddedSpace: Bool

    public init(addsPrefixSpace: Bool = false, splitsWords: Bool = true, trimsOffsets: Bool = false) {
      self.addsPrefixSpace = addsPrefixSpace
      self.splitsWords = splitsWords
      self.trimsOffsets = trimsOffsets
      trimmingExpectsAddedSpace = addsPrefixSpace
    }
  }

  public let options: Options
  public let template: SpecialTokenTemplate?
  let vocabulary: Vocabulary
  let model: BytePairModel

  init(
    model: BytePairModel, added: AddedTokens, options: Options = Options(), template: SpecialTokenTemplate? = nil
  ) {
    vocabulary = Vocabulary(model.vocabulary, added: added)
    self.model = model
    self.options = options
    self.template = template
  }

  /// - Parameters:
  ///   - vocabulary: the tokens by id, bytes written in GPT-2's alphabet (`Ġthe` for " the").
  ///   - merges: pairs of tokens in the order in which they were learnt.
  ///   - specialTokens: tokens of the vocabulary that are found in a text as they stand.
  /// - Throws: ``TokenizerError/invalid(_:_:)`` if a token stands twice, or a merge or special token is not in the
  ///   vocabulary.
  public init(
    vocabulary: [String], merges: [(left: String, right: String)], specialTokens: [String] = [],
    options: Options = Options()
  ) throws {
    self = try TokenizerError.naming("the vocabulary") {
      let strings = try ByteStrings(vocabulary)
      return BytePairTokenizer(
        model: try BytePairModel(vocabulary: strings, merges: merges),
        added: try AddedTokens(special: specialTokens, in: strings), options: options)
    }
  }

  public var vocabularySize: Int { vocabulary.idLimit }
  public var addedTokens: [AddedToken] { vocabulary.added.list }
  public func token(for id: Int) -> String? { vocabulary.token(for: id) }
  public func id(of token: String) -> Int? { vocabulary.id(of: token) }

  /// The merges in the order in which they were learnt, as merges.txt writes them.
  public var merges: [(left: String, right: String)] {
    model.mergeList.map { (token(for: Int($0.left)) ?? "", token(for: Int($0.right)) ?? "") }
  }

  public func decodeBytes(_ ids: some Sequence<Int>, skippingSpecialTokens: Bool) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for id in ids {
      if let token = vocabulary.added[id] {
        if !(skippingSpecialTokens && token.isSpecial) { bytes += Array(token.content.utf8) }
      } else if let piece = model.pieces[id] {
        bytes += piece
      } else {
        throw TokenizerError.unknownID(id, vocabularySize: vocabularySize)
      }
    }
    return bytes
  }
}
