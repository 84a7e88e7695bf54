// How the texts of this module are cut into tokens, and put together again.

/// Words as tokens. A word is what stands between spaces; each of `. , ? ! : ;` at its end is a token of its own; so is
/// a line break, `"\n"`, and so is a blank line, `"\n\n"`, which ends a document. Capitals are kept: "The" and "the" are
/// two tokens.
public enum WordTokens {
  /// The tokens of a text. More than one blank line counts as one; spaces say only where words end.
  public static func split(_ text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    var breaks = 0
    func finishWord() {
      let end = word.lastIndex { !punctuation.contains($0) }.map { word.index(after: $0) } ?? word.startIndex
      if end > word.startIndex { tokens.append(String(word[..<end])) }
      tokens += word[end...].map(String.init)
      word = ""
    }
    func finishLine() {
      if breaks > 0 { tokens.append(breaks == 1 ? lineBreak : blankLine) }
      breaks = 0
    }
    for character in text {
      if character.isNewline {
        finishWord()
        breaks += 1
      } else if character.isWhitespace {
        finishWord()
      } else {
        finishLine()
        word.append(character)
      }
    }
    finishWord()
    finishLine()
    return tokens
  }

  /// The text of the tokens: a space between two words, none before punctuation, none beside a line break.
  public static func joined(_ tokens: some Sequence<String>) -> String {
    var text = ""
    for token in tokens {
      if !text.isEmpty, !isAttached(token), text.last != "\n" { text.append(" ") }
      text += token
    }
    return text
  }

  /// What a token adds to the length of an endless text in UTF-8: its own bytes and the space before it. A line break
  /// takes the place of the space before the next word.
  public static func byteCount(_ token: String) -> Int {
    switch token {
    case lineBreak, blankLine: token.utf8.count - 1
    default: isAttached(token) ? token.utf8.count : token.utf8.count + 1
    }
  }

  static let lineBreak = "\n"
  static let blankLine = "\n\n"
  private static let punctuation: Set<Character> = [".", ",", "?", "!", ":", ";"]

  private static func isAttached(_ token: String) -> Bool {
    token == lineBreak || token == blankLine || (token.count == 1 && token.first.map(punctuation.contains) == true)
  }
}
