// Byte-level byte-pair encoding in tokenizer.json, as GPT-2 and RoBERTa have it.

extension TokenizerJSON {
  static func bytePairs(_ file: JSONValue, _ json: JSONValue) throws -> BytePairTokenizer {
    try refuse(json, "dropout", unless: { $0 == .integer(0) || $0 == .number(0) }, supported: "no dropout")
    for key in ["continuing_subword_prefix", "end_of_word_suffix"] {
      try refuse(json, key, unless: { $0 == .string("") }, supported: "byte-level tokens without one")
    }
    for key in ["byte_fallback", "ignore_merges"] {
      try refuse(json, key, unless: { $0 == .boolean(false) }, supported: "false")
    }
    _ = try componentType(file, "normalizer", supported: [])
    _ = try componentType(file, "decoder", supported: ["ByteLevel"])

    let strings = try vocabulary(json.required("vocab"), key: "vocab")
    let merges = try json.required("merges").array("merges").enumerated().map { rank, merge in
      try self.merge(merge, rank: rank + 1)
    }
    let model = try BytePairModel(
      vocabulary: strings, merges: merges, unknownToken: try json.optionalString("unk_token"),
      fusesUnknown: try json.boolean("fuse_unk", default: false))
    var options = BytePairTokenizer.Options()
    try readPreTokenizer(try preTokenizer(file), into: &options)
    let processing = try PostProcessing(file)
    if let expectsAddedSpace = processing.trimmingExpectsAddedSpace {
      options.trimsOffsets = true
      options.trimmingExpectsAddedSpace = expectsAddedSpace
    }
    return BytePairTokenizer(
      model: model, added: try AddedTokens(try addedTokens(file), in: strings), options: options,
      template: processing.template)
  }

  /// `["a", "b"]`, or `"a b"` as files before 2024 have it.
  private static func merge(_ json: JSONValue, rank: Int) throws -> (left: String, right: String) {
    switch json {
    case .array(let parts):
      guard case .string(let left) = parts.first, case .string(let right) = parts.last, parts.count == 2 else {
        throw FileProblem.malformedMerge(rank: rank, text: String(decoding: JSONWriter.write(json), as: UTF8.self))
      }
      return (left, right)
    case .string(let text):
      return try MergesFile.merge(text, rank: rank)
    default:
      throw FileProblem.wrongType(key: "merges", expected: "an array of pairs", found: "one with \(json.kind) in it")
    }
  }

  /// A sequence of one component is that component.
  private static func preTokenizer(_ file: JSONValue) throws -> JSONValue {
    let supported = ["ByteLevel", "Sequence"]
    guard let type = try componentType(file, "pre_tokenizer", supported: supported) else {
      throw FileProblem.unsupported(
        key: "pre_tokenizer", value: "null", supported: "byte-level vocabularies (ByteLevel)")
    }
    let component = try file.required("pre_tokenizer")
    guard type == "Sequence" else { return component }
    let parts = try component.required("pretokenizers").array("pretokenizers")
    for part in parts {
      let type = try part.required("type").string("pre_tokenizer.type")
      if type != "ByteLevel" || parts.count > 1 {
        throw FileProblem.unsupported(key: "pre_tokenizer", value: type, supported: "a single ByteLevel")
      }
    }
    guard let only = parts.first else { throw FileProblem.missing(key: "pretokenizers") }
    return only
  }

  private static func readPreTokenizer(_ json: JSONValue, into options: inout BytePairTokenizer.Options) throws {
    options.addsPrefixSpace = try json.boolean("add_prefix_space", default: true)
    options.splitsWords = try json.boolean("use_regex", default: true)
  }

  static func file(of tokenizer: BytePairTokenizer) -> JSONValue {
    let options = tokenizer.options
    let model = tokenizer.model
    return file(
      addedTokens: tokenizer.addedTokens,
      preTokenizer: byteLevel(addsPrefixSpace: options.addsPrefixSpace, splitsWords: options.splitsWords),
      postProcessor: PostProcessing(
        trimmingExpectsAddedSpace: options.trimsOffsets ? options.trimmingExpectsAddedSpace : nil,
        template: tokenizer.template
      ).json(byteLevel: true),
      decoder: byteLevel(),
      model: .object([
        .init("type", .string("BPE")),
        .init("dropout", .null),
        .init("unk_token", model.unknown.map { .string($0.content) } ?? .null),
        .init("continuing_subword_prefix", .null),
        .init("end_of_word_suffix", .null),
        .init("fuse_unk", .boolean(model.unknown?.isFused ?? false)),
        .init("byte_fallback", .boolean(false)),
        .init("ignore_merges", .boolean(false)),
        .init("vocab", vocabulary(model.vocabulary)),
        .init("merges", .array(tokenizer.merges.map { .array([.string($0.left), .string($0.right)]) })),
      ]))
  }

  static func byteLevel(
    addsPrefixSpace: Bool = true, trimsOffsets: Bool = true, splitsWords: Bool = true
  ) -> JSONValue {
    .object([
      .init("type", .string("ByteLevel")),
      .init("add_prefix_space", .boolean(addsPrefixSpace)),
      .init("trim_offsets", .boolean(trimsOffsets)),
      .init("use_regex", .boolean(splitsWords)),
    ])
  }
}
