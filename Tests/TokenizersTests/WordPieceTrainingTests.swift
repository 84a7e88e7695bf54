import Testing

@testable import Tokenizers

/// Learning the vocabulary of a WordPiece tokenizer.
struct WordPieceTrainingTests {
  @Test func `the most frequent pair is joined first, and inside words only`() throws {
    let tokenizer = try WordPieceTokenizer.train(on: ["hug hug hug pug pun", "Hug!"], vocabularySize: 18)
    // Five special tokens, "!" "h" "p" and "##g" "##n" "##u"; of the pairs u g stands five times, h u four times.
    let pieces = (0..<tokenizer.vocabularySize).compactMap(tokenizer.token(for:))
    #expect(pieces == WordPieceTokenizer.bertTokens + ["!", "##g", "##n", "##u", "h", "p", "##ug", "hug"])
    let encoded = tokenizer.encode("Pug, hug pun").map(tokenizer.token(for:))
    #expect(encoded == ["p", "##ug", "[UNK]", "hug", "p", "##u", "##n"])
  }

  @Test func `every word of the training text can be put together again`() throws {
    let text = try References.text("corpus.txt")
    let tokenizer = try WordPieceTokenizer.train(on: [text], vocabularySize: 500)
    #expect(tokenizer.vocabularySize <= 500)
    #expect(tokenizer.id(of: "[PAD]") == 0)
    let unknown = try #require(tokenizer.id(of: "[UNK]"))
    #expect(!tokenizer.encode(text).contains(unknown))
    #expect(tokenizer.encode(text).count < text.unicodeScalars.count / 2)
  }

  @Test func `the same texts give the same vocabulary, and a tokenizer is read as it was written`() throws {
    let text = try References.text("corpus.txt")
    let one = try WordPieceTokenizer.train(on: [text], vocabularySize: 300)
    let two = try WordPieceTokenizer.train(on: [text], vocabularySize: 300)
    let pieces = { (tokenizer: WordPieceTokenizer) in (0..<300).map(tokenizer.token(for:)) }
    #expect(pieces(one) == pieces(two))
    try inTemporaryFolder { folder in
      try one.write(to: folder)
      let read = try TokenizerFiles.load(folder)
      #expect(read.encode(text, addingSpecialTokens: true) == one.encode(text, addingSpecialTokens: true))
    }
  }

  @Test func `a size without room for the characters is refused`() throws {
    #expect(throws: TokenizerError.vocabularyTooSmall(requested: 7, minimum: 8, specialTokens: 5)) {
      try WordPieceTokenizer.train(on: ["abc"], vocabularySize: 7)
    }
  }
}
