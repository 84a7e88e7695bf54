import Testing

@testable import Tokenizers

@Suite("Tokenizers")
struct TokenizerTests {
  /// Texts of all planes, and strings that were random bytes.
  private static func randomTexts() -> [String] {
    var random = SplitMix(state: 1)
    return (0..<300).map { index in
      let length = Int.random(in: 0...80, using: &random)
      if index % 2 == 0 {
        let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
        return String(decoding: bytes, as: UTF8.self)
      }
      let limit = [0x80, 0x800, 0x3000, 0x10000, 0x30000, 0x110000][index % 6]
      let scalars = (0..<length).compactMap { _ in Unicode.Scalar(Int.random(in: 0..<limit, using: &random)) }
      return String(String.UnicodeScalarView(scalars))
    }
  }

  @Test("byte pairs bring back any text")
  func bytePairsRoundTrip() throws {
    let tokenizer = try BytePairTokenizer.train(
      on: try References.text("corpus.txt"), vocabularySize: 600, specialTokens: ["<|endoftext|>"])
    for text in try Self.randomTexts() + References.texts() {
      #expect(Array(try tokenizer.decode(tokenizer.encode(text)).utf8) == Array(text.utf8), "\(text.debugDescription)")
    }
  }

  @Test("characters bring back any text of their vocabulary")
  func charactersRoundTrip() throws {
    let texts = Self.randomTexts()
    let tokenizer = try CharacterTokenizer.train(on: texts.joined())
    for text in texts {
      #expect(Array(try tokenizer.decode(tokenizer.encode(text)).utf8) == Array(text.utf8), "\(text.debugDescription)")
    }
  }

  @Test("offsets lie in the text, in order, and hold the bytes of their tokens")
  func offsets() throws {
    let tokenizer = try BytePairTokenizer.train(on: try References.text("corpus.txt"), vocabularySize: 600)
    for text in Self.randomTexts() {
      let bytes = Array(text.utf8)
      let encoding = tokenizer.encoding(of: text)
      var end = 0
      for (id, range) in zip(encoding.ids, encoding.offsets) {
        let piece = try tokenizer.decodeBytes([id])
        try #require(range.lowerBound <= end && range.upperBound >= end && range.upperBound <= bytes.count)
        // A piece that is a part of a character has the range of the whole.
        #expect(Array(bytes[end..<end + piece.count]) == piece)
        #expect(String(validating: bytes[range], as: UTF8.self) != nil)
        end += piece.count
      }
      #expect(end == bytes.count)
    }
  }

  @Test("long words are merged as short ones are")
  func longWords() throws {
    // Up to 96 bytes are merged by looking at every pair, more by a heap. Here the whole text takes the second way, its
    // parts the first.
    let tokenizer = try BytePairTokenizer.train(
      on: try References.text("corpus.txt"), vocabularySize: 900, options: .init(splitsWords: false))
    var random = SplitMix(state: 2)
    for _ in 0..<50 {
      // No merge crosses a byte that the corpus does not have.
      let parts = (0..<30).map { _ in
        String(
          (0..<Int.random(in: 1...20, using: &random)).map { _ in "katorimens ".randomElement(using: &random) ?? "a" })
      }
      let whole = tokenizer.encode(parts.joined(separator: "\u{1}"))
      let separator = tokenizer.encode("\u{1}")
      #expect(whole == Array(parts.map { tokenizer.encode($0) }.joined(separator: separator)))
    }
  }

  @Test("decoding gives what Hugging Face's does", arguments: ["gpt2", "bert-uncased"])
  func decoding(folder: String) throws {
    let tokenizer = try TokenizerFiles.load(References.path(folder))
    for (index, sample) in try References.json("\(folder)/decodings.json").array("decodings").enumerated() {
      let parts = try sample.array("decoding")
      let (ids, expected) = (try parts[0].integers(), try parts[1].string("text"))
      let text = try tokenizer.decode(ids, skippingSpecialTokens: index % 2 == 1)
      #expect(Array(text.utf8) == Array(expected.utf8), "\(ids)")
    }
  }

  @Test("an id that is not in the vocabulary is refused", arguments: [-1, 700, Int.max, Int.min])
  func unknownIDs(id: Int) throws {
    let tokenizer = try TokenizerFiles.load(References.path("gpt2"))
    let error = TokenizerError.unknownID(id, vocabularySize: 700)
    #expect(throws: error) { try tokenizer.decode([1, id]) }
    #expect("\(error)" == "no token has the id \(id); the ids are 0 to 699")
    #expect(tokenizer.token(for: id) == nil)
  }

  @Test("an id in a gap of the vocabulary is refused")
  func gap() throws {
    try inTemporaryFolder { folder in
      try write(#"{"a": 0, "b": 5}"#, to: "vocab.json", in: folder)
      try write("", to: "merges.txt", in: folder)
      let tokenizer = try TokenizerFiles.load(folder)
      #expect(tokenizer.vocabularySize == 6)
      #expect(throws: TokenizerError.unknownID(3, vocabularySize: 6)) { try tokenizer.decode([3]) }
      #expect("\(TokenizerError.unknownID(3, vocabularySize: 6))" == "no token has the id 3; it is not in use")
    }
  }

  @Test("tokens and ids find each other", arguments: ["gpt2", "bert-uncased", "characters", "roberta"])
  func lookup(folder: String) throws {
    let tokenizer = try TokenizerFiles.load(References.path(folder))
    for id in 0..<tokenizer.vocabularySize {
      let token = try #require(tokenizer.token(for: id))
      #expect(tokenizer.id(of: token) == id)
    }
    #expect(tokenizer.id(of: "no such token") == nil)
  }

  @Test("special tokens are put round a text only when asked for, and may be left out of what is decoded")
  func specialTokens() throws {
    let tokenizer = try TokenizerFiles.load(References.path("bert-uncased"))
    let plain = tokenizer.encode("the")
    #expect(tokenizer.encode("the", addingSpecialTokens: true) == [2] + plain + [3])
    #expect(try tokenizer.decode([2] + plain + [3], skippingSpecialTokens: true) == "the")
    #expect(try tokenizer.decode([2] + plain + [3]) == "[CLS] the [SEP]")
    #expect(tokenizer.specialTokens.map(\.content) == ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])
  }

  @Test("a vocabulary given in memory is checked like one in a file")
  func inMemory() throws {
    let tokenizer = try BytePairTokenizer(vocabulary: ["a", "b", "ab"], merges: [("a", "b")])
    #expect(tokenizer.encode("abab") == [2, 2])
    #expect(
      throws: TokenizerError.invalid(
        "the vocabulary", .mergeOutsideVocabulary(rank: 1, left: "b", right: "a", missing: "ba"))
    ) { try BytePairTokenizer(vocabulary: ["a", "b"], merges: [("b", "a")]) }
    #expect(throws: TokenizerError.invalid("the vocabulary", .missingToken("<s>", role: "a special token"))) {
      try WordPieceTokenizer(vocabulary: ["[UNK]"], specialTokens: ["<s>"])
    }
  }
}

@Suite("Characters")
struct CharacterTests {
  @Test("the vocabulary is the sorted characters of the text, after special tokens")
  func vocabulary() throws {
    let tokenizer = try CharacterTokenizer.train(on: "the ferry", specialTokens: ["<s>"], unknownToken: "<unk>")
    let tokens = (0..<tokenizer.vocabularySize).map { tokenizer.token(for: $0) }
    #expect(tokens == ["<s>", "<unk>", " ", "e", "f", "h", "r", "t", "y"])
    #expect(tokenizer.encode("<s>they!") == [0, 7, 5, 3, 8, 1])
    #expect(tokenizer.encoding(of: "hé!").offsets == [0..<1, 1..<3, 3..<4])
  }

  @Test("without an unknown token other characters are left out")
  func unknown() throws {
    let tokenizer = try CharacterTokenizer.train(on: "abc")
    #expect(tokenizer.encode("a?b") == [0, 1])
  }

  @Test("two spellings of é stay apart")
  func canonicalEquivalence() throws {
    let tokenizer = try CharacterTokenizer.train(on: "e\u{301}\u{E9}")
    #expect(tokenizer.vocabularySize == 3)
    #expect(Array(try tokenizer.decode(tokenizer.encode("e\u{301}")).utf8) == [0x65, 0xCC, 0x81])
  }

  @Test("a text without characters has nothing to learn")
  func empty() {
    #expect(throws: TokenizerError.emptyTrainingText) { try CharacterTokenizer.train(on: "") }
  }

  @Test("is the same after writing and reading")
  func file() throws {
    try inTemporaryFolder { folder in
      let tokenizer = try CharacterTokenizer.train(on: "line\nline", specialTokens: ["<s>"])
      try tokenizer.write(to: folder)
      let again = try TokenizerFiles.load(folder)
      #expect(again.encode("<s>in\ne?") == tokenizer.encode("<s>in\ne?"))
      #expect(again.vocabularySize == tokenizer.vocabularySize)
    }
  }
}
