// "And to Quarne?": a question that only means something after another.

enum FollowUpQuestion {
  /// The whole question that a short one stands for: the last one with its last name replaced. Nil if the text is no
  /// follow-up, or there is nothing for it to follow.
  static func completed(_ text: String, after last: String?) -> String? {
    guard let last, let match = text.wholeMatch(of: #/And (?:(?:what|how) about |to |the |on |for |from )*(.+?)\?/#),
      let name = names(in: String(match.1)).last, let old = names(in: last).last,
      let place = last.ranges(of: old).last
    else { return nil }
    return last.replacingCharacters(in: place, with: name)
  }

  /// Words with a capital that do not begin a sentence, joined where they stand together: "Old Margit".
  private static func names(in text: String) -> [String] {
    let words = text.split(separator: " ")
    let rest = words.count > 2 ? words.dropFirst().joined(separator: " ") : text
    return rest.matches(of: #/\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)*/#).map { String($0.0) }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
