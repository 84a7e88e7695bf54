// The special tokens round a text: BERT's `[CLS] text [SEP]`.

/// What stands before and after a text, as `TemplateProcessing` of tokenizer.json says it.
public struct SpecialTokenTemplate: Sendable, Equatable {
  public struct SpecialToken: Sendable, Equatable {
    public var content: String
    public var id: Int

    public init(_ content: String, id: Int) {
      self.content = content
      self.id = id
    }
  }

  public var before: [SpecialToken]
  public var after: [SpecialToken]

  public init(before: [SpecialToken], after: [SpecialToken]) {
    self.before = before
    self.after = after
  }

  func ids(around ids: [Int]) -> [Int] { before.map(\.id) + ids + after.map(\.id) }

  func encoding(around encoding: Encoding) -> Encoding {
    var result = Encoding()
    for token in before { result.append(id: token.id, token: token.content, offsets: 0..<0) }
    result.ids += encoding.ids
    result.tokens += encoding.tokens
    result.offsets += encoding.offsets
    for token in after { result.append(id: token.id, token: token.content, offsets: 0..<0) }
    return result
  }
}
