// The `#anchor` of a heading, as code hosts make it.

package enum HeadingAnchor {
  /// In lower case, hyphens for spaces, and of the rest only letters, digits, hyphens and underscores:
  /// `feed-forward-network` for `Feed-forward network`.
  package static func of(_ heading: String) -> String {
    String(
      heading.trimmingBlanks.lowercased().compactMap { character in
        character == " " ? "-" : character.isLetter || character.isNumber || "-_".contains(character) ? character : nil
      })
  }

  /// Of all headings, in their order; where two are alike, the second has `-1` at its end.
  package static func all(in document: MarkdownNode) -> [String] {
    var seen: [String: Int] = [:]
    return headings(in: document).map { heading in
      let anchor = of(heading)
      let count = seen[anchor, default: 0]
      seen[anchor] = count + 1
      return count == 0 ? anchor : "\(anchor)-\(count)"
    }
  }

  private static func headings(in node: MarkdownNode) -> [String] {
    if case .heading = node.kind { return [node.inlineText] }
    return node.children.flatMap(headings)
  }
}
