// A token beside the model's own vocabulary, as `added_tokens` of tokenizer.json describes it.

/// A token that is found in a text as it stands, before the text is cut into words.
public struct AddedToken: Sendable, Hashable {
  public var content: String
  public var id: Int

  /// Has a meaning of its own, such as the end of a text, and may be left out when ids become text.
  public var isSpecial = true

  /// Is found only where no word character touches it.
  public var isSingleWord = false

  /// Takes the white space on its left with it; likewise on its right.
  public var stripsLeft = false
  public var stripsRight = false

  /// Is looked for after the text was normalised (lower case, accents off), not before.
  public var isNormalized = false

  public init(_ content: String, id: Int, isSpecial: Bool = true) {
    self.content = content
    self.id = id
    self.isSpecial = isSpecial
  }

  // Swift's == holds two spellings of "é" equal; as tokens they differ.
  public static func == (a: AddedToken, b: AddedToken) -> Bool {
    a.id == b.id && a.content.utf8.elementsEqual(b.content.utf8) && a.isSpecial == b.isSpecial
      && a.isSingleWord == b.isSingleWord && a.stripsLeft == b.stripsLeft && a.stripsRight == b.stripsRight
      && a.isNormalized == b.isNormalized
  }
}
