// The added tokens of a tokenizer, ready to be looked for and looked up.

struct AddedTokens: Sendable {
  let list: [AddedToken]
  private let byID: [Int: AddedToken]

  /// Looks in the text as it is.
  let inText: AddedTokenMatcher
  /// Looks in what a normaliser made of the text.
  let inNormalizedText: AddedTokenMatcher

  /// - Parameters:
  ///   - vocabulary: may hold the tokens too, but then with the same ids, and nothing else with these ids.
  ///   - normalize: what happens to a text before words are cut; tokens that are looked for afterwards go through it
  ///     too.
  /// - Throws: ``FileProblem`` if an id or content stands twice, or an id is out of range.
  init(
    _ list: [AddedToken], in vocabulary: ByteStrings, normalize: ([UInt8]) -> [UInt8] = { $0 }
  ) throws {
    _ = try ByteStrings(list.map { (Array($0.content.utf8), $0.id) })
    for token in list {
      if let id = vocabulary.id(of: token.content), id != token.id {
        throw FileProblem.conflictingID(token: token.content, vocabulary: id, addedToken: token.id)
      }
      if let holder = vocabulary[token.id], !holder.elementsEqual(token.content.utf8) {
        throw FileProblem.duplicateID(
          token.id, first: String(decoding: holder, as: UTF8.self), second: token.content)
      }
    }
    self.list = list
    byID = Dictionary(list.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    inText = AddedTokenMatcher(list.filter { !$0.isNormalized }.map { (Array($0.content.utf8), $0) })
    inNormalizedText = AddedTokenMatcher(list.filter(\.isNormalized).map { (normalize(Array($0.content.utf8)), $0) })
  }

  /// Special tokens that are in the vocabulary.
  init(special contents: [String], in vocabulary: ByteStrings) throws {
    try self.init(
      contents.map { content in
        guard let id = vocabulary.id(of: content) else {
          throw FileProblem.missingToken(content, role: "a special token")
        }
        return AddedToken(content, id: id)
      }, in: vocabulary)
  }

  subscript(id: Int) -> AddedToken? { byID[id] }

  func id(of content: String) -> Int? { list.first { $0.content.utf8.elementsEqual(content.utf8) }?.id }

  /// The pieces of a text that goes through no normaliser.
  func pieces(of text: UnsafeBufferPointer<UInt8>) -> [TextPiece] {
    inText.pieces(of: text, in: text.indices).flatMap { piece in
      switch piece {
      case .text(let range): inNormalizedText.pieces(of: text, in: range)
      case .added: [piece]
      }
    }
  }

  /// One more than the largest id.
  var idLimit: Int { (list.map(\.id).max() ?? -1) + 1 }
}
