// Ids and tokens, those of the model and those added to it.

struct Vocabulary: Sendable {
  /// The model's tokens as files write them.
  let strings: ByteStrings
  let added: AddedTokens

  init(_ strings: ByteStrings, added: AddedTokens) {
    self.strings = strings
    self.added = added
  }

  /// One more than the largest id.
  var idLimit: Int { max(strings.idLimit, added.idLimit) }

  func token(for id: Int) -> String? {
    added[id]?.content ?? strings[id].map { String(decoding: $0, as: UTF8.self) }
  }

  func id(of token: String) -> Int? { added.id(of: token) ?? strings.id(of: token) }
}
