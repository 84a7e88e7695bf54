import Testing

@testable import Tokenizers

/// Nothing here asserts more than "no trap, and errors are of our kind": a trap ends the whole run.
@Suite("Random and mutated files")
struct FuzzTests {
  private static let snippets = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "-1", "0", "1048575", "9223372036854775808", "1e999",
    "\u{0}", "é",
    "e\u{301}", "\"model\"", "\"type\"", "\"BPE\"", "\"WordPiece\"", "\"vocab\"", "\"merges\"", "\"\"", "\\ud800", " ",
    "\n",
  ]

  private func mutate(_ bytes: [UInt8], using random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let length = Int.random(in: 0...12, using: &random)
      let range = place..<min(bytes.count, place + length)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.removeSubrange(range)
      case 1: bytes.insert(contentsOf: Array((Self.snippets.randomElement(using: &random) ?? "").utf8), at: place)
      case 2: bytes.replaceSubrange(range, with: Array((Self.snippets.randomElement(using: &random) ?? "").utf8))
      case 3: bytes.insert(contentsOf: Array(bytes[range]), at: Int.random(in: 0...bytes.count, using: &random))
      case 4: for index in range { bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
      default: bytes.removeLast(min(bytes.count, Int.random(in: 0...40, using: &random)))
      }
    }
    return bytes
  }

  /// Reads the bytes as a file, and if that works, uses the tokenizer.
  private func use(_ read: () throws -> any Tokenizer, using random: inout SplitMix) throws -> Bool {
    let tokenizer: any Tokenizer
    do {
      tokenizer = try read()
    } catch let problem as FileProblem {
      #expect(!problem.description.isEmpty)
      return false
    } catch let error as TokenizerError {
      #expect(!error.description.isEmpty)
      return false
    }
    let text = "The ferry's [CLS]<s> caf\u{E9} e\u{301} \u{1F642} 東京\u{0}\n "
    let encoding = tokenizer.encoding(of: text, addingSpecialTokens: true)
    #expect(encoding.offsets.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= text.utf8.count })
    #expect(tokenizer.encode(text, addingSpecialTokens: true) == encoding.ids)
    // Ids may come from a template, which nothing says are in the vocabulary.
    _ = try? tokenizer.decode(encoding.ids)
    _ = try? tokenizer.decode((0..<20).map { _ in Int.random(in: -2...tokenizer.vocabularySize + 2, using: &random) })
    return true
  }

  /// Small files with every component.
  private static let seeds = [
    ###"""
    {"added_tokens": [{"id": 3, "content": "<s>", "lstrip": true, "rstrip": true, "single_word": true,
      "normalized": true, "special": true}],
    "normalizer": null, "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": true, "use_regex": true},
    "post_processor": {"type": "Sequence", "processors": [{"type": "ByteLevel", "trim_offsets": true},
      {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "<s>"}}, {"Sequence": {"id": "A"}}],
      "special_tokens": {"<s>": {"ids": [3], "tokens": ["<s>"]}}}]},
    "decoder": {"type": "ByteLevel"},
    "model": {"type": "BPE", "unk_token": "a", "fuse_unk": true,
      "vocab": {"a": 0, "f": 1, "af": 2, "<s>": 3, "Ġ": 4, "Ġf": 5, "e": 6, "fe": 7},
      "merges": [["a", "f"], "Ġ f", ["f", "e"]]}}
    """###,
    ###"""
    {"added_tokens": [{"id": 2, "content": "[CLS]", "special": true},
      {"id": 9, "content": "E\u0301", "normalized": true}],
    "normalizer": {"type": "BertNormalizer", "strip_accents": true}, "pre_tokenizer": {"type": "BertPreTokenizer"},
    "post_processor": {"type": "RobertaProcessing", "sep": ["a", 1], "cls": ["[CLS]", 2]},
    "decoder": {"type": "WordPiece", "cleanup": true},
    "model": {"type": "WordPiece", "unk_token": "[UNK]", "max_input_chars_per_word": 9,
      "continuing_subword_prefix": "##",
      "vocab": {"[UNK]": 0, "a": 1, "[CLS]": 2, "the": 3, "##ry": 4, "fer": 5, "é": 6, "e\u0301": 7}}}
    """###,
    ###"""
    {"pre_tokenizer": {"type": "Split", "pattern": {"Regex": "[\\s\\S]"}, "behavior": "Isolated"},
    "decoder": {"type": "Fuse"},
    "model": {"type": "WordLevel", "unk_token": "?", "vocab": {"?": 0, "T": 1, "h": 2, "e": 3}}}
    """###,
  ]

  @Test("mutated tokenizer.json", arguments: seeds.indices)
  func tokenizerJSON(index: Int) throws {
    var random = SplitMix(state: UInt64(index))
    let seed = Array(Self.seeds[index].utf8)
    let isUsable = try use({ try TokenizerJSON.tokenizer(try JSONReader.read(seed)) }, using: &random)
    #expect(isUsable)
    var usable = 0
    for _ in 0..<2000 {
      let bytes = mutate(seed, using: &random)
      if try use({ try TokenizerJSON.tokenizer(try JSONReader.read(bytes)) }, using: &random) { usable += 1 }
    }
    // Otherwise the mutations are too wild to come past the reader of JSON.
    #expect(usable > 10)
  }

  @Test("mutated values in well-formed tokenizer.json", arguments: seeds.indices)
  func values(index: Int) throws {
    var random = SplitMix(state: UInt64(index) + 100)
    let seed = try JSONReader.read(Array(Self.seeds[index].utf8))
    let replacements: [JSONValue] = [
      .null, .boolean(true), .boolean(false), .integer(0), .integer(-1), .integer(.max), .integer(.min),
      .integer(1 << 20),
      .number(.infinity), .number(0.5), .string(""), .string("a"), .string("\u{301}"), .string(" "), .string("<s>"),
      .array([]), .object([]),
      .array([.string("a"), .integer(1)]),
    ]
    func mutate(_ value: JSONValue) -> JSONValue {
      if Int.random(in: 0..<25, using: &random) == 0 { return replacements.randomElement(using: &random) ?? .null }
      switch value {
      case .array(let elements): return .array(elements.map(mutate))
      case .object(let members):
        return .object(
          members.compactMap { member in
            switch Int.random(in: 0..<40, using: &random) {
            case 0: nil
            case 1: .init("", mutate(member.value))
            case 2: .init(member.key + "\u{301}", mutate(member.value))
            default: .init(member.key, mutate(member.value))
            }
          })
      default: return value
      }
    }
    for _ in 0..<2000 {
      let value = mutate(seed)
      _ = try use({ try TokenizerJSON.tokenizer(value) }, using: &random)
    }
  }

  @Test("mutated vocab.json, merges.txt, vocab.txt and settings", arguments: UInt64(0)..<4)
  func olderFiles(seed: UInt64) throws {
    var random = SplitMix(state: seed + 200)
    let files = [
      "vocab.json": #"{"a":0,"f":1,"af":2,"<|endoftext|>":3,"Ġ":4,"Ġf":5}"#, "merges.txt": "#version: 0.2\na f\nĠ f\n",
      "vocab.txt": "[UNK]\n[CLS]\n[SEP]\nthe\nfer\n##ry\né\ne\u{301}\n",
      "tokenizer_config.json":
        #"{"add_prefix_space":true,"do_lower_case":false,"#
        + #""added_tokens_decoder":{"7":{"content":"<s>","lstrip":true,"special":true}}}"#,
      "special_tokens_map.json": #"{"bos_token":"a","additional_special_tokens":["f",{"content":"af"}]}"#,
      "added_tokens.json": #"{"<extra>":8}"#,
    ]
    try inTemporaryFolder { folder in
      for (name, text) in files { try write(text, to: name, in: folder) }
      let names = files.keys.sorted()
      for _ in 0..<150 {
        let name = names.randomElement(using: &random) ?? ""
        let mutated = mutate(Array((files[name] ?? "").utf8), using: &random)
        try write(mutated, to: name, in: folder)
        _ = try use({ try TokenizerFiles.load(folder) }, using: &random)
        _ = try use({ try TokenizerFiles.load("\(folder)/vocab.txt") }, using: &random)
        try write(files[name] ?? "", to: name, in: folder)
      }
    }
  }

  @Test("random bytes", arguments: UInt64(0)..<10)
  func randomBytes(seed: UInt64) throws {
    var random = SplitMix(state: seed + 300)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(throws: FileProblem.self) { try TokenizerJSON.tokenizer(try JSONReader.read(bytes)) }
    }
  }

  @Test("what the reader accepts, the writer writes so that it is read the same", arguments: UInt64(0)..<10)
  func writingAndReading(seed: UInt64) throws {
    var random = SplitMix(state: seed + 400)
    func value(depth: Int) -> JSONValue {
      switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &random) {
      case 0: .null
      case 1: .boolean(.random(using: &random))
      case 2: .integer(Int.random(in: .min ... .max, using: &random))
      case 3: .number(Double.random(in: -1e300...1e300, using: &random))
      case 4:
        .string(
          String(
            String.UnicodeScalarView(
              (0..<4).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random) >> 5) })))
      case 5: .array((0..<3).map { _ in value(depth: depth + 1) })
      default: .object((0..<3).map { .init("k\($0)", value(depth: depth + 1)) })
      }
    }
    for _ in 0..<200 {
      let value = value(depth: 0)
      #expect(try JSONReader.read(JSONWriter.write(value)) == value)
    }
  }
}
