import Testing

@testable import Tokenizers

@Suite("The same ids, tokens and offsets as Hugging Face's tokenizers")
struct EncodingReferenceTests {
  private func expectSame(
    _ tokenizer: any Tokenizer, as folder: String, special: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let texts = try References.texts()
    let expected = try References.encodings(folder)
    try #require(texts.count == expected.count && texts.count > 300)
    for (text, expected) in zip(texts, expected) {
      let encoding = tokenizer.encoding(of: text, addingSpecialTokens: special)
      #expect(encoding.ids == expected.ids, "\(text.debugDescription)", sourceLocation: sourceLocation)
      #expect(
        sameBytes(encoding.tokens, expected.tokens),
        "\(text.debugDescription): \(encoding.tokens), expected \(expected.tokens)", sourceLocation: sourceLocation)
      #expect(encoding.offsets == expected.offsets, "\(text.debugDescription)", sourceLocation: sourceLocation)
      #expect(
        tokenizer.encode(text, addingSpecialTokens: special) == expected.ids, "\(text.debugDescription)",
        sourceLocation: sourceLocation)
    }
  }

  @Test(
    "from tokenizer.json",
    arguments: [
      "gpt2", "whole-text", "unknown-bytes", "unknown-bytes-fused", "bert-cased", "bert-raw", "characters",
    ])
  func tokenizerJSON(folder: String) throws {
    try expectSame(try TokenizerFiles.load(References.path("\(folder)/tokenizer.json")), as: folder)
  }

  @Test("from tokenizer.json, with the special tokens of its template", arguments: ["roberta", "bert-uncased"])
  func template(folder: String) throws {
    try expectSame(try TokenizerFiles.load(References.path(folder)), as: folder, special: true)
  }

  @Test("bytes that the vocabulary lacks are left out where there is no unknown token")
  func missingBytes() throws {
    let tokenizer = try TokenizerFiles.load(References.path("missing-bytes"))
    for (text, expected) in zip(try References.texts(), try References.encodings("missing-bytes")) {
      // Hugging Face counts the left out bytes to the tokens behind them; here offsets stay true to the text.
      #expect(tokenizer.encode(text) == expected.ids, "\(text.debugDescription)")
      for (id, range) in zip(tokenizer.encode(text), tokenizer.encoding(of: text).offsets)
      where text.utf8.count == range.count {
        #expect(try tokenizer.decodeBytes([id]).count <= range.count)
      }
    }
  }

  @Test("from vocab.json and merges.txt")
  func bytePairFiles() throws {
    try inTemporaryFolder { folder in
      try copy("gpt2/vocab.json", to: folder)
      try copy("gpt2/merges.txt", to: folder)
      try expectSame(try TokenizerFiles.load(folder), as: "gpt2")
    }
  }

  @Test("from vocab.txt")
  func wordPieceFile() throws {
    let file = try References.path("bert-uncased/vocab.txt")
    try expectSame(try TokenizerFiles.load(file), as: "bert-uncased", special: true)
  }

  @Test("for all of Unicode, letters, numbers and spaces of GPT-2's pattern")
  func gpt2Classes() throws {
    let name: [CharacterClass: String] = [.letter: "letter", .number: "number", .space: "space", .other: "other"]
    try expectRuns("gpt2-classes.txt") { name[CharacterClass.of($0.value)] ?? "" }
  }

  @Test("for all of Unicode, punctuation and spaces of BERT")
  func bertClasses() throws {
    try expectRuns("bert-classes.txt") { scalar in
      scalar.isBertSpace ? "space" : scalar.isBertPunctuation ? "punctuation" : "word"
    }
  }

  private func expectRuns(_ file: String, _ classify: (Unicode.Scalar) -> String) throws {
    var runs: [String] = []
    var last = ""
    for value in 0...UInt32(0x10FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let current = classify(scalar)
      if current != last { runs.append("\(String(value, radix: 16)) \(current)") }
      last = current
    }
    let expected = try References.lines(file)
    let difference = zip(runs, expected).first { $0 != $1 }
    #expect(runs.count == expected.count && difference == nil, "first difference: \(String(describing: difference))")
  }

  @Test("for all of Unicode, what BERT makes of a character")
  func bertNormalized() throws {
    var expected: [UInt32: [UInt32]] = [:]
    for line in try References.lines("bert-normalized.txt") {
      let numbers = line.split(separator: " ").flatMap { $0.split(separator: "-") }.compactMap { UInt32($0, radix: 16) }
      if line.contains("-") {
        for value in numbers[0]...numbers[1] { expected[value] = [] }
      } else {
        expected[numbers[0]] = Array(numbers.dropFirst())
      }
    }
    try #require(expected.count > 100_000)
    let normalizer = BertNormalizer(separatesChinese: false)
    for value in 0...UInt32(0x10FFFF) {
      // Hangul syllables are left out of the file: they fall into their letters by arithmetic.
      guard let scalar = Unicode.Scalar(value), !(0xAC00..<0xD7A4).contains(value) else { continue }
      var text = String(scalar)
      let normalized = text.withUTF8 { normalizer.normalize($0, in: $0.indices).bytes }
      let result = String(decoding: normalized, as: UTF8.self).unicodeScalars.map(\.value)
      if result != expected[value] ?? [value] {
        Issue.record("U+\(String(value, radix: 16)): \(result), expected \(expected[value] ?? [value])")
      }
    }
  }
}
