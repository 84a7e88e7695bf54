import Testing

@testable import Tokenizers

@Suite("Training byte pairs")
struct TrainingReferenceTests {
  private static let count = 14

  @Test("gives the same merges and ids as Hugging Face's trainer", arguments: 0..<count)
  func sameMerges(index: Int) throws {
    let cases = try References.json("trainings.json").array("trainings")
    try #require(cases.count == Self.count)
    let reference = cases[index]
    let corpus = Array(try References.text("corpus.txt").unicodeScalars)
    let texts = try reference.required("texts").array("texts").map { json in
      // Either the text itself, or where it stands in the corpus.
      guard case .array = json else { return try json.string("text") }
      let place = try json.integers()
      return String(String.UnicodeScalarView(corpus[place[0]..<place[0] + place[1]]))
    }
    let tokenizer = try BytePairTokenizer.train(
      on: texts, vocabularySize: try reference.required("vocab_size").integer("vocab_size"),
      minimumFrequency: try reference.optional("min_frequency")?.integer("min_frequency") ?? 0,
      specialTokens: try reference.optional("specials")?.array("specials").map { try $0.string("special") } ?? [],
      options: .init(
        addsPrefixSpace: try reference.boolean("add_prefix_space", default: false),
        splitsWords: try reference.boolean("use_regex", default: true)))

    let expected = try reference.required("merges").array("merges").map { try $0.string("merge") }
    let merges = tokenizer.merges.map { "\($0.left) \($0.right)" }
    let difference = zip(merges, expected).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(difference == nil)
    #expect(merges.count == expected.count)
    let size = try reference.required("size").integer("size")
    #expect(tokenizer.vocabularySize == size)
    let last = try reference.required("last_tokens").array("last_tokens").map { try $0.string("token") }
    #expect(last == (size - 3..<size).map { tokenizer.token(for: $0) ?? "" })
  }

  @Test("refuses a vocabulary that cannot hold every byte and special token")
  func tooSmall() {
    let error = TokenizerError.vocabularyTooSmall(requested: 257, minimum: 258, specialTokens: 2)
    #expect(throws: error) {
      try BytePairTokenizer.train(on: "text", vocabularySize: 257, specialTokens: ["<a>", "<b>"])
    }
    #expect(
      "\(error)"
        == "a vocabulary of 257 cannot hold the 256 bytes and the 2 special tokens, which every text needs; "
        + "ask for 258 or more"
    )
    #expect(throws: TokenizerError.vocabularyTooSmall(requested: -1, minimum: 256, specialTokens: 0)) {
      try BytePairTokenizer.train(on: "text", vocabularySize: -1)
    }
  }

  @Test("refuses a vocabulary beyond what ids can count")
  func tooLarge() {
    #expect(throws: TokenizerError.vocabularyTooLarge(requested: .max, largest: 1 << 20)) {
      try BytePairTokenizer.train(on: "text", vocabularySize: .max)
    }
  }

  @Test("refuses special tokens that are empty or stand twice")
  func specialTokens() {
    #expect(throws: TokenizerError.emptySpecialToken) {
      try BytePairTokenizer.train(on: "text", vocabularySize: 300, specialTokens: [""])
    }
    #expect(throws: TokenizerError.duplicateSpecialToken("<s>")) {
      try BytePairTokenizer.train(on: "text", vocabularySize: 300, specialTokens: ["<s>", "<s>"])
    }
  }

  @Test("takes two spellings of é for two special tokens")
  func canonicallyEquivalentSpecialTokens() throws {
    let tokenizer = try BytePairTokenizer.train(on: "", vocabularySize: 300, specialTokens: ["<e\u{301}>", "<\u{E9}>"])
    #expect(tokenizer.encode("<\u{E9}><e\u{301}>") == [1, 0])
  }

  @Test("one long word is learnt as fast as many short ones")
  func longWord() throws {
    // Quadratic training would not come back from this.
    let text = String(repeating: "abcab", count: 100_000)
    let tokenizer = try BytePairTokenizer.train(on: text, vocabularySize: 280)
    #expect(tokenizer.encode(text).count < 50)
    #expect(try tokenizer.decode(tokenizer.encode(text)) == text)
  }
}
