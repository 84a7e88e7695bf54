// WordPiece in tokenizer.json, as BERT has it.

extension TokenizerJSON {
  static func wordPieces(_ file: JSONValue, _ json: JSONValue) throws -> WordPieceTokenizer {
    var options = WordPieceTokenizer.Options(normalizer: try normalizer(file))
    options.continuingPrefix = try json.optionalString("continuing_subword_prefix") ?? "##"
    options.longestWord = try json.optional("max_input_chars_per_word")?.integer("max_input_chars_per_word") ?? 100
    options.cleansDecodedText = false
    if try componentType(file, "decoder", supported: ["WordPiece"]) != nil {
      options.cleansDecodedText = try file.required("decoder").boolean("cleanup", default: true)
    }
    guard try componentType(file, "pre_tokenizer", supported: ["BertPreTokenizer"]) != nil else {
      throw FileProblem.unsupported(key: "pre_tokenizer", value: "null", supported: "BertPreTokenizer")
    }
    return try WordPieceTokenizer(
      vocabulary: vocabulary(json.required("vocab"), key: "vocab"),
      unknownToken: try json.optionalString("unk_token") ?? "[UNK]", addedTokens: try addedTokens(file),
      options: options, template: try PostProcessing(file).template)
  }

  private static func normalizer(_ file: JSONValue) throws -> BertNormalizer {
    guard try componentType(file, "normalizer", supported: ["BertNormalizer"]) != nil else {
      return BertNormalizer(cleansText: false, separatesChinese: false, stripsAccents: false, lowercases: false)
    }
    let json = try file.required("normalizer")
    return BertNormalizer(
      cleansText: try json.boolean("clean_text", default: true),
      separatesChinese: try json.boolean("handle_chinese_chars", default: true),
      stripsAccents: try json.optionalBoolean("strip_accents"),
      lowercases: try json.boolean("lowercase", default: true))
  }

  static func file(of tokenizer: WordPieceTokenizer) -> JSONValue {
    let options = tokenizer.options
    return file(
      addedTokens: tokenizer.addedTokens,
      normalizer: .object([
        .init("type", .string("BertNormalizer")),
        .init("clean_text", .boolean(options.normalizer.cleansText)),
        .init("handle_chinese_chars", .boolean(options.normalizer.separatesChinese)),
        .init("strip_accents", options.normalizer.stripsAccents.map { .boolean($0) } ?? .null),
        .init("lowercase", .boolean(options.normalizer.lowercases)),
      ]),
      preTokenizer: .object([.init("type", .string("BertPreTokenizer"))]),
      postProcessor: PostProcessing(template: tokenizer.template).json(byteLevel: false),
      decoder: .object([
        .init("type", .string("WordPiece")),
        .init("prefix", .string(options.continuingPrefix)),
        .init("cleanup", .boolean(options.cleansDecodedText)),
      ]),
      model: .object([
        .init("type", .string("WordPiece")),
        .init("unk_token", .string(tokenizer.unknownToken)),
        .init("continuing_subword_prefix", .string(options.continuingPrefix)),
        .init("max_input_chars_per_word", .integer(options.longestWord)),
        .init("vocab", vocabulary(tokenizer.vocabulary.strings)),
      ]))
  }
}
