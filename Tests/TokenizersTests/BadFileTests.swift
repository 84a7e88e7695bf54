import Testing

@testable import Tokenizers

@Suite("Bad tokenizer files are refused with a sentence")
struct BadFileTests {
  private func expect(
    _ sentence: String, from files: [String: String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try inTemporaryFolder { folder in
      for (name, text) in files { try write(text, to: name, in: folder) }
      let error = #expect(throws: TokenizerError.self, sourceLocation: sourceLocation) {
        try TokenizerFiles.load(folder)
      }
      let text = error?.description.replacing("\(folder)/", with: "").replacing(folder, with: "FOLDER")
      #expect(text == sentence, sourceLocation: sourceLocation)
    }
  }

  /// A file with the given members in place of good ones.
  private func bytePairs(_ model: String, _ rest: String = "") -> [String: String] {
    [
      "tokenizer.json":
        #"{"pre_tokenizer": {"type": "ByteLevel"}, "model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "ab": 2}, "#
        + #""merges": ["a b"]\#(model)}\#(rest)}"#
    ]
  }

  @Test("nothing to read")
  func nothing() throws {
    try expect(
      "FOLDER: holds no tokenizer; expected tokenizer.json, vocab.json with merges.txt, or vocab.txt", from: [:])
    let error = TokenizerError.cannotRead(path: "/no/such/file.json", reason: "No such file or directory")
    #expect(throws: error) { try TokenizerFiles.load("/no/such/file.json") }
    #expect("\(error)" == "/no/such/file.json: cannot be read: No such file or directory")
    #expect(throws: TokenizerError.cannotRead(path: "/dev/zero", reason: "it is not a file")) {
      try TokenizerFiles.load("/dev/zero")
    }
  }

  @Test("a place that cannot be written to")
  func writing() throws {
    let tokenizer = try CharacterTokenizer.train(on: "text")
    #expect(throws: TokenizerError.self) { try tokenizer.write(to: "/dev/null/folder") }
  }

  @Test(
    "no JSON",
    arguments: [
      ("", 1, 1, "the file ends where a value should stand"),
      ("{", 1, 2, "expected a key in quotation marks"),
      ("{\"a\": 1,\n  \"b\" 2}", 2, 7, "expected ':' after the key"),
      ("{\"a\": 1 \"b\": 2}", 1, 9, "expected ',' or '}'"),
      ("[1 2]", 1, 4, "expected ',' or ']'"),
      ("[1,]", 1, 4, "expected a value"),
      ("[NaN]", 1, 2, "expected a value"),
      ("[nul]", 1, 5, "expected null"),
      ("[01]", 1, 4, "expected a number"),
      ("[-]", 1, 3, "expected a number"),
      ("[1.]", 1, 4, "expected digits after the decimal point"),
      ("[1e]", 1, 4, "expected digits in the exponent"),
      ("[\"é\n\"]", 1, 4, "a control character must be written as an escape"),
      ("[\"abc", 1, 6, "the file ends inside a string"),
      ("[\"\\", 1, 4, "the file ends inside an escape"),
      ("[\"\\q\"]", 1, 4, "unknown escape"),
      ("[\"\\u12g4\"]", 1, 7, "expected four hexadecimal digits"),
      ("[\"\\ud800\"]", 1, 9, "half of a surrogate pair"),
      ("[\"\\udc00\\ud800\"]", 1, 9, "half of a surrogate pair"),
      ("[] []", 1, 4, "expected the end of the file"),
      (String(repeating: "[", count: 100_000), 1, 129, "more than 128 levels of arrays and objects"),
    ])
  func malformed(text: String, line: Int, column: Int, reason: String) throws {
    try expect(
      "tokenizer.json: is not JSON: line \(line), column \(column): \(reason)", from: ["tokenizer.json": text])
  }

  @Test("no UTF-8")
  func notUTF8() {
    #expect(throws: FileProblem.notUTF8(offset: 3)) { try JSONReader.read([0x22, 0xC3, 0xA9, 0xFF, 0x22]) }
    #expect(throws: FileProblem.notUTF8(offset: 1)) { try MergesFile.read([0x61, 0xE2, 0x82]) }
    // A surrogate and an overlong slash.
    #expect(throws: FileProblem.notUTF8(offset: 0)) { try JSONReader.read([0xED, 0xA0, 0x80]) }
    #expect(throws: FileProblem.notUTF8(offset: 0)) { try JSONReader.read([0xC0, 0xAF]) }
  }

  @Test("missing and mistyped keys")
  func keys() throws {
    try expect(#"tokenizer.json: "model" is missing"#, from: ["tokenizer.json": "{}"])
    try expect(
      #"tokenizer.json: "model" should be in an object, but is an array"#, from: ["tokenizer.json": "[]"])
    try expect(
      #"tokenizer.json: "vocab" is missing"#,
      from: ["tokenizer.json": #"{"pre_tokenizer": {"type": "ByteLevel"}, "model": {"type": "BPE"}}"#])
    try expect(
      #"tokenizer.json: "vocab" should be an object, but is an array"#, from: bytePairs(#", "vocab": []"#))
    try expect(
      #"tokenizer.json: "vocab.a" should be an integer, but is a string"#, from: bytePairs(#", "vocab": {"a": "0"}"#))
    try expect(
      #"tokenizer.json: "vocab.a" should be an integer, but is a number with a fraction or beyond 64 bits"#,
      from: bytePairs(#", "vocab": {"a": 99999999999999999999}"#))
    try expect(
      #"tokenizer.json: "merges" should be an array, but is an integer"#, from: bytePairs(#", "merges": 3"#))
    try expect(
      #"tokenizer.json: "fuse_unk" should be true or false, but is an integer"#, from: bytePairs(#", "fuse_unk": 1"#))
  }

  @Test("ids")
  func ids() throws {
    try expect(
      #"tokenizer.json: the id 1 belongs to two tokens, "b" and "c""#,
      from: bytePairs(#", "vocab": {"a": 0, "b": 1, "c": 1}"#))
    try expect(
      #"tokenizer.json: the token "a" stands twice, with the ids 0 and 1"#,
      from: bytePairs(#", "vocab": {"a": 0, "a": 1}"#))
    try expect(
      #"tokenizer.json: the token "a" has the id -1; ids are 0 to 1048575"#, from: bytePairs(#", "vocab": {"a": -1}"#))
    try expect(
      #"tokenizer.json: the token "a" has the id 9223372036854775807; ids are 0 to 1048575"#,
      from: bytePairs(#", "vocab": {"a": 9223372036854775807}"#))
    try expect("tokenizer.json: the vocabulary is empty", from: bytePairs(#", "vocab": {}"#))
    try expect(
      #"tokenizer.json: the added token "a" has the id 7, but in the vocabulary it is 0"#,
      from: bytePairs("", #", "added_tokens": [{"id": 7, "content": "a"}]"#))
    try expect(
      #"tokenizer.json: the id 0 belongs to two tokens, "a" and "<s>""#,
      from: bytePairs("", #", "added_tokens": [{"id": 0, "content": "<s>"}]"#))
    try expect(
      #"tokenizer.json: the id 9 belongs to two tokens, "<s>" and "</s>""#,
      from: bytePairs("", #", "added_tokens": [{"id": 9, "content": "<s>"}, {"id": 9, "content": "</s>"}]"#))
  }

  @Test("merges")
  func merges() throws {
    try expect(
      #"tokenizer.json: merge 1 joins "a" and "c", but the vocabulary has no "c""#,
      from: bytePairs(#", "merges": ["a c"]"#))
    try expect(
      #"tokenizer.json: merge 2 joins "b" and "a", but the vocabulary has no "ba""#,
      from: bytePairs(#", "merges": [["a", "b"], ["b", "a"]]"#))
    try expect(
      #"tokenizer.json: merge 1 is "a b c"; expected two tokens with one space between them"#,
      from: bytePairs(#", "merges": ["a b c"]"#))
    try expect(
      #"tokenizer.json: "merges" should be an array of pairs, but is one with an integer in it"#,
      from: bytePairs(#", "merges": [1]"#))
    try expect(
      #"merges.txt: merge 2 is "a"; expected two tokens with one space between them"#,
      from: ["vocab.json": #"{"a": 0, "b": 1, "ab": 2}"#, "merges.txt": "#version: 0.2\na b\na\n"])
    #expect(throws: FileProblem.self) {
      try TokenizerJSON.tokenizer(try JSONReader.read(Array(bytePairs(#", "merges": [["a"]]"#).values.first!.utf8)))
    }
  }

  @Test("components that are not here are named")
  func components() throws {
    try expect(
      #"tokenizer.json: "model.type" is Unigram, which this library does not have; it knows BPE, WordPiece, WordLevel"#,
      from: ["tokenizer.json": #"{"model": {"type": "Unigram", "vocab": []}}"#])
    try expect(
      #"tokenizer.json: "model.byte_fallback" is true, which this library does not have; it knows false"#,
      from: bytePairs(#", "byte_fallback": true"#))
    try expect(
      #"tokenizer.json: "model.dropout" is 0.1, which this library does not have; it knows no dropout"#,
      from: bytePairs(#", "dropout": 0.1"#))
    try expect(
      #"tokenizer.json: "model.end_of_word_suffix" is "</w>", which this library does not have; "#
        + "it knows byte-level tokens without one",
      from: bytePairs(#", "end_of_word_suffix": "</w>""#))
    try expect(
      #"tokenizer.json: "pre_tokenizer" is Metaspace, which this library does not have; it knows ByteLevel, Sequence"#,
      from: bytePairs("", #", "pre_tokenizer": {"type": "Metaspace"}"#))
    try expect(
      #"tokenizer.json: "pre_tokenizer" is Split, which this library does not have; it knows a single ByteLevel"#,
      from: bytePairs(
        "", #", "pre_tokenizer": {"type": "Sequence", "pretokenizers": [{"type": "Split"}, {"type": "ByteLevel"}]}"#))
    try expect(
      #"tokenizer.json: "pre_tokenizer" is null, which this library does not have; "#
        + "it knows byte-level vocabularies (ByteLevel)",
      from: bytePairs("", #", "pre_tokenizer": null"#))
    try expect(
      #"tokenizer.json: "normalizer" is NFC, which this library does not have; it knows none here"#,
      from: bytePairs("", #", "normalizer": {"type": "NFC"}"#))
    try expect(
      #"tokenizer.json: "post_processor" is a Sequence in a Sequence, which this library does not have; "#
        + "it knows one level",
      from: bytePairs(
        "", #", "post_processor": {"type": "Sequence", "processors": [{"type": "Sequence", "processors": []}]}"#))
    try expect(
      #"tokenizer.json: "post_processor.single" is a template with the text 2 times, "#
        + "which this library does not have; it knows templates with it once",
      from: bytePairs(
        "",
        #", "post_processor": {"type": "TemplateProcessing", "#
          + #""single": [{"Sequence": {"id": "A"}}, {"Sequence": {"id": "A"}}]}"#
      ))
    try expect(
      #"tokenizer.json: "special_tokens.[CLS]" should be as many ids as tokens, but is 2 ids and 1 tokens"#,
      from: bytePairs(
        "",
        #", "post_processor": {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "[CLS]"}}], "#
          + #""special_tokens": {"[CLS]": {"ids": [1, 2], "tokens": ["a"]}}}"#
      ))
    try expect(
      #"tokenizer.json: "cls" should be a token and its id, but is an array of 1"#,
      from: bytePairs("", #", "post_processor": {"type": "BertProcessing", "cls": ["a"]}"#))
  }

  @Test("an unknown token that is not in the vocabulary")
  func unknownToken() throws {
    try expect(
      #"tokenizer.json: "<unk>", the unknown token, is not in the vocabulary"#,
      from: bytePairs(#", "unk_token": "<unk>""#))
    try expect(#"vocab.txt: "[UNK]", the unknown token, is not in the vocabulary"#, from: ["vocab.txt": "the\nferry\n"])
    try expect("vocab.txt: the vocabulary is empty", from: ["vocab.txt": ""])
    try expect(
      #"vocab.txt: the token "the" stands twice, with the ids 1 and 2"#, from: ["vocab.txt": "[UNK]\nthe\nthe\n"])
  }

  @Test("long tokens are shortened and control characters made visible in messages")
  func messages() {
    let problem = FileProblem.duplicateToken("a\n\u{1B}" + String(repeating: "x", count: 100), first: 0, second: 1)
    #expect(
      "\(problem)"
        == "the token \"a\\n\\u{1B}\(String(repeating: "x", count: 54))…\" stands twice, with the ids 0 and 1")
  }
}
