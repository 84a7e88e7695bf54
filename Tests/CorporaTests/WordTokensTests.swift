import Testing

import Corpora

@Suite("Words as tokens") struct WordTokensTests {
  @Test("punctuation at the end of a word stands alone, inside it does not")
  func punctuation() {
    #expect(
      WordTokens.split("Stop, captain's boat: 9.40?!") == ["Stop", ",", "captain's", "boat", ":", "9.40", "?", "!"])
    #expect(WordTokens.split("  ") == [] && WordTokens.split("...") == [".", ".", "."])
  }

  @Test("a line break and a blank line are tokens")
  func lines() {
    let text = "Dear crew,\nthank you.\n\nAda"
    #expect(WordTokens.split(text) == ["Dear", "crew", ",", "\n", "thank", "you", ".", "\n\n", "Ada"])
    #expect(WordTokens.joined(WordTokens.split(text)) == text)
    #expect(WordTokens.split("a \n \n\n b") == ["a", "\n\n", "b"])
  }

  @Test("the bytes of the tokens are those of the text")
  func bytes() {
    let tokens = HarbourLines(seed: 1).letters.tokens(2_000)
    // The first word has no space before it; that space is counted in the blank line which ends the text.
    #expect(tokens.reduce(0) { $0 + WordTokens.byteCount($1) } == WordTokens.joined(tokens).utf8.count)
  }
}
