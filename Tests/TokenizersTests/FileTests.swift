import Testing

@testable import Tokenizers

@Suite("Tokenizer files")
struct FileTests {
  @Test(
    "what was read from Hugging Face's file is written byte for byte as it was",
    arguments: [
      "gpt2", "roberta", "whole-text", "unknown-bytes", "unknown-bytes-fused", "missing-bytes", "bert-uncased",
      "bert-cased", "bert-raw", "characters",
    ])
  func sameBytes(name: String) throws {
    try inTemporaryFolder { folder in
      try TokenizerFiles.load(References.path(name)).write(to: folder)
      let written = try read("tokenizer.json", in: folder)
      let expected = try References.bytes("\(name)/tokenizer.json")
      #expect(written.count == expected.count)
      let difference = zip(written, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      #expect(difference == nil)
    }
  }

  @Test("vocab.json, merges.txt and vocab.txt hold what Hugging Face's do")
  func olderFiles() throws {
    try inTemporaryFolder { folder in
      try TokenizerFiles.load(References.path("gpt2")).write(to: folder)
      #expect(try read("merges.txt", in: folder) == References.bytes("gpt2/merges.txt"))
      #expect(try JSONReader.read(try read("vocab.json", in: folder)) == References.json("gpt2/vocab.json"))
      try TokenizerFiles.load(References.path("bert-uncased")).write(to: folder)
      #expect(try read("vocab.txt", in: folder) == References.bytes("bert-uncased/vocab.txt"))
    }
  }

  @Test("a trained tokenizer is the same after writing and reading, in a folder that was not there")
  func trainedTokenizer() throws {
    try inTemporaryFolder { folder in
      let options = BytePairTokenizer.Options(addsPrefixSpace: true, trimsOffsets: true)
      let tokenizer = try BytePairTokenizer.train(
        on: "the ferry, the harbour", vocabularySize: 270, specialTokens: ["<|endoftext|>"], options: options)
      try tokenizer.write(to: "\(folder)/a/b")
      let again = try #require(try TokenizerFiles.load("\(folder)/a/b/") as? BytePairTokenizer)
      #expect(again.options == options)
      #expect(again.addedTokens == tokenizer.addedTokens)
      let text = "then<|endoftext|> the 🙂"
      #expect(again.encoding(of: text) == tokenizer.encoding(of: text))
    }
  }

  @Test("settings beside vocab.json and merges.txt name special tokens and options")
  func bytePairSettings() throws {
    try inTemporaryFolder { folder in
      try copy("gpt2/vocab.json", to: folder)
      try copy("gpt2/merges.txt", to: folder)
      try write(#"{"add_prefix_space": true, "model_max_length": 1e30}"#, to: "tokenizer_config.json", in: folder)
      try write(#"{"bos_token": {"content": "Ġthe"}, "unk_token": null}"#, to: "special_tokens_map.json", in: folder)
      try write(#"{"<extra>": 700}"#, to: "added_tokens.json", in: folder)
      let tokenizer = try #require(try TokenizerFiles.load(folder) as? BytePairTokenizer)
      #expect(tokenizer.options.addsPrefixSpace)
      #expect(tokenizer.vocabularySize == 701)
      #expect(tokenizer.specialTokens.map(\.content) == ["Ġthe", "<|endoftext|>"])
      #expect(tokenizer.encode("<extra>") == [700])
    }
  }

  @Test("settings beside vocab.txt say whether case and accents stay")
  func wordPieceSettings() throws {
    try inTemporaryFolder { folder in
      try copy("bert-uncased/vocab.txt", to: folder)
      try write(
        #"{"do_lower_case": false, "strip_accents": true, "tokenize_chinese_chars": false}"#,
        to: "tokenizer_config.json", in: folder)
      let tokenizer = try #require(try TokenizerFiles.load(folder) as? WordPieceTokenizer)
      #expect(
        tokenizer.options.normalizer
          == BertNormalizer(separatesChinese: false, stripsAccents: true, lowercases: false))
    }
  }

  @Test("lines may end as on Windows, and a byte order mark may stand in front")
  func windowsFiles() throws {
    try inTemporaryFolder { folder in
      try write("\u{FEFF}[UNK]\r\nthe \r\n\r\nferry\r\n", to: "vocab.txt", in: folder)
      #expect(try TokenizerFiles.load(folder).encode("the ferry leaves") == [1, 3, 0])
      try write("\u{FEFF}{\"a\": 0, \"b\": 1, \"ab\": 2}", to: "vocab.json", in: folder)
      try write("#version: 0.2\r\na b\r\n", to: "merges.txt", in: folder)
      #expect(try TokenizerFiles.load(folder).encode("abba") == [2, 1, 0])
    }
  }

  @Test("RoBERTa's and BERT's older post-processors give the same special tokens as a template")
  func olderPostProcessors() throws {
    func template(_ json: String) throws -> PostProcessing {
      try PostProcessing(try JSONReader.read(Array(#"{"post_processor": \#(json)}"#.utf8)))
    }
    let expected = SpecialTokenTemplate(before: [.init("<s>", id: 0)], after: [.init("</s>", id: 2)])
    let bert = try template(#"{"type": "BertProcessing", "sep": ["</s>", 2], "cls": ["<s>", 0]}"#)
    #expect(bert.template == expected && bert.trimmingExpectsAddedSpace == nil)
    let roberta = try template(
      #"{"type": "RobertaProcessing", "sep": ["</s>", 2], "cls": ["<s>", 0], "#
        + #""trim_offsets": true, "add_prefix_space": false}"#
    )
    #expect(roberta.template == expected && roberta.trimmingExpectsAddedSpace == false)
  }

  @Test("a vocabulary may hold both spellings of é")
  func canonicallyEquivalentTokens() throws {
    let tokenizer = try WordPieceTokenizer(
      vocabulary: ["[UNK]", "caf\u{E9}", "cafe\u{301}"],
      options: .init(normalizer: BertNormalizer(stripsAccents: false)))
    #expect(tokenizer.encode("caf\u{E9} cafe\u{301}") == [1, 2])
    #expect(tokenizer.id(of: "cafe\u{301}") == 2)
    try inTemporaryFolder { folder in
      try tokenizer.write(to: folder)
      #expect(try TokenizerFiles.load(folder).encode("cafe\u{301} caf\u{E9}") == [2, 1])
    }
  }
}
