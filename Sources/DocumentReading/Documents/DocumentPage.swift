// One page of a document.

public struct DocumentPage: Equatable, Sendable {
  /// Counted from 1.
  public let number: Int
  /// As it was extracted; nothing in it was changed afterwards, since evidence counts its characters.
  public let text: String
  /// What the format says of the text's structure, in order and without overlaps; a text without any is paragraphs.
  public let blocks: [TextBlock]

  public init(number: Int, text: String, blocks: [TextBlock]) {
    self.number = number
    self.text = text
    self.blocks = blocks
  }

  /// A stretch of the text; nil if the page is shorter.
  ///
  /// - Complexity: linear in the end of the range.
  public func text(_ range: Range<Int>) -> String? {
    let scalars = text.unicodeScalars
    guard range.lowerBound >= 0,
      let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound, limitedBy: scalars.endIndex),
      let end = scalars.index(start, offsetBy: range.count, limitedBy: scalars.endIndex)
    else { return nil }
    return String(scalars[start..<end])
  }
}

/// A heading, a paragraph, a list item, a row of a table, a listing.
public struct TextBlock: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case heading(level: Int)
    case paragraph
    case listItem
    case tableRow
    case code
  }
  public let kind: Kind
  /// Unicode scalars of the page's text.
  public let range: Range<Int>

  public init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
