// A character vocabulary in tokenizer.json: words of one character each, which Hugging Face's tokenizers can read.

extension TokenizerJSON {
  /// Cuts a text before and after each character, newlines included.
  private static let everyCharacter = JSONValue.object([.init("Regex", .string("[\\s\\S]"))])

  static func characters(_ file: JSONValue, _ json: JSONValue) throws -> CharacterTokenizer {
    _ = try componentType(file, "normalizer", supported: [])
    _ = try componentType(file, "post_processor", supported: [])
    _ = try componentType(file, "decoder", supported: ["Fuse"])
    let splitting = try componentType(file, "pre_tokenizer", supported: ["Split"])
    let component = try file.optional("pre_tokenizer")
    guard splitting != nil, component?["pattern"] == everyCharacter, component?["behavior"] == .string("Isolated")
    else {
      throw FileProblem.unsupported(
        key: "pre_tokenizer", value: "another one than single characters need",
        supported: "WordLevel with Split at every character ([\\s\\S], Isolated)")
    }
    let strings = try vocabulary(json.required("vocab"), key: "vocab")
    // Hugging Face's format demands an unknown token, even if the vocabulary has none.
    let unknown = try json.optionalString("unk_token").flatMap { strings.id(of: $0) == nil ? nil : $0 }
    return try CharacterTokenizer(vocabulary: strings, addedTokens: try addedTokens(file), unknownToken: unknown)
  }

  static func file(of tokenizer: CharacterTokenizer) -> JSONValue {
    file(
      addedTokens: tokenizer.addedTokens,
      preTokenizer: .object([
        .init("type", .string("Split")),
        .init("pattern", everyCharacter),
        .init("behavior", .string("Isolated")),
        .init("invert", .boolean(false)),
      ]),
      decoder: .object([.init("type", .string("Fuse"))]),
      model: .object([
        .init("type", .string("WordLevel")),
        .init("vocab", vocabulary(tokenizer.vocabulary.strings)),
        .init("unk_token", .string(tokenizer.unknownToken ?? "<unk>")),
      ]))
  }
}
