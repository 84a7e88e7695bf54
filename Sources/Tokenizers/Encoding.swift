// The result of encoding with positions.

/// A text as ids, with what each id is and where it came from. The three arrays are equally long.
public struct Encoding: Sendable, Equatable {
  public var ids: [Int]

  /// Each token as vocabulary files write it; for an added token, the stretch of text that it matched.
  public var tokens: [String]

  /// Where each token lies in the text, in UTF-8 bytes. A token that is only a part of a character has the range of the
  /// whole character, so a range never cuts one.
  public var offsets: [Range<Int>]

  public init(ids: [Int] = [], tokens: [String] = [], offsets: [Range<Int>] = []) {
    self.ids = ids
    self.tokens = tokens
    self.offsets = offsets
  }

  public var count: Int { ids.count }

  mutating func append(id: Int, token: String, offsets range: Range<Int>) {
    ids.append(id)
    tokens.append(token)
    offsets.append(range)
  }
}
