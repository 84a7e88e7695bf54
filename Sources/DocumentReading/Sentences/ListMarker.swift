// What stands before an item of a list: a bullet, a dash, "1.", "a)".

/// A sign at the beginning of a line that makes it an item of a list.
package struct ListMarker {
  /// Whether it is a sign that stands nowhere else.
  package let isBullet: Bool
  /// Where the item's text begins.
  package let end: Int

  package static let bullets: Set<Unicode.Scalar> = ["•", "◦", "▪", "●", "‣", "∙", "\u{F0B7}"]

  /// nil if the line that begins at `start` has none.
  package init?(in scalars: [Unicode.Scalar], at start: Int, limit: Int) {
    guard start < limit else { return nil }
    let first = scalars[start]
    var position = start + 1
    switch first {
    case _ where Self.bullets.contains(first): isBullet = true
    case "-", "–", "—", "*", "·", "+", "o": isBullet = false
    default:
      isBullet = false
      position = start
      if first == "(" { position += 1 }
      let name = position
      while position < limit, position - name < 3, scalars[position].isDigit { position += 1 }
      if position == name, position < limit, scalars[position].value < 0x80, scalars[position].isLetter {
        position += 1
      }
      guard position > name, position < limit, scalars[position] == "." || scalars[position] == ")" else { return nil }
      // "J. Smith" is no item, "a)" and "3." are.
      if scalars[position] == ".", !scalars[position - 1].isDigit { return nil }
      position += 1
    }
    guard position < limit, scalars[position].isWhiteSpace, scalars[position] != "\n" || isBullet else { return nil }
    while position < limit, scalars[position].isWhiteSpace, scalars[position] != "\n" || isBullet { position += 1 }
    guard position < limit else { return nil }
    end = position
  }
}
