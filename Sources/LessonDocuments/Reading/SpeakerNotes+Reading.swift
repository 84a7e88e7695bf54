// Speaker notes (LESSON_FORMAT rule 11): an HTML comment that starts with `notes:`.

extension SpeakerNotes {
  /// - Returns: the notes, whether `-->` ends them, and what stands behind that; nil if `html` begins with nothing of
  ///   the kind.
  static func read(_ html: String, range: SourceRange) -> (notes: SpeakerNotes, isClosed: Bool, rest: Substring)? {
    let start = html.drop(while: \.isWhitespace)
    guard start.hasPrefix("<!--") else { return nil }
    let comment = start.dropFirst("<!--".count)
    let end = comment.firstRange(of: "-->")
    let content = comment[..<(end?.lowerBound ?? comment.endIndex)].drop(while: \.isWhitespace)
    guard content.hasPrefix("notes:") else { return nil }
    var text = content.dropFirst("notes:".count).drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    let rest = end.map { comment[$0.upperBound...].drop(while: \.isWhitespace) } ?? ""
    return (SpeakerNotes(text: String(text), range: range), end != nil, rest)
  }
}
