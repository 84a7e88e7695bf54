// tokenizer.json, the format of Hugging Face's tokenizers: a model, and components round it that must fit the model.

enum TokenizerJSON {
  /// Throws ``FileProblem``. Components that the kinds of tokenizer here do not have are refused by name: passing over
  /// them would give wrong ids.
  static func tokenizer(_ file: JSONValue) throws -> any Tokenizer {
    let model = try file.required("model")
    switch try modelType(model) {
    case "BPE": return try bytePairs(file, model)
    case "WordPiece": return try wordPieces(file, model)
    case "WordLevel": return try characters(file, model)
    case let type: throw FileProblem.unsupported(key: "model.type", value: type, supported: "BPE, WordPiece, WordLevel")
    }
  }

  /// Files from before 2020 do not name the type.
  private static func modelType(_ model: JSONValue) throws -> String {
    if let type = try model.optionalString("type") { return type }
    return model["merges"] == nil ? "WordPiece" : "BPE"
  }

  static func vocabulary(_ json: JSONValue, key: String) throws -> ByteStrings {
    try ByteStrings(json.members(key).map { (Array($0.key.utf8), try $0.value.integer("\(key).\($0.key)")) })
  }

  static func addedTokens(_ file: JSONValue) throws -> [AddedToken] {
    try (file.optional("added_tokens")?.array("added_tokens") ?? []).map { json in
      try addedToken(json, id: json.required("id").integer("added_tokens.id"))
    }
  }

  /// Also one of `added_tokens_decoder` in tokenizer_config.json, where the id stands outside.
  static func addedToken(_ json: JSONValue, id: Int) throws -> AddedToken {
    var token = AddedToken(try json.required("content").string("added_tokens.content"), id: id)
    token.isSpecial = try json.boolean("special", default: false)
    token.isSingleWord = try json.boolean("single_word", default: false)
    token.stripsLeft = try json.boolean("lstrip", default: false)
    token.stripsRight = try json.boolean("rstrip", default: false)
    token.isNormalized = try json.boolean("normalized", default: !token.isSpecial)
    return token
  }

  /// The component's type; nil for null. Throws if it is none of the supported ones.
  static func componentType(_ file: JSONValue, _ key: String, supported: [String]) throws -> String? {
    guard let component = try file.optional(key) else { return nil }
    let type = try component.required("type").string("\(key).type")
    guard supported.contains(type) else {
      throw FileProblem.unsupported(
        key: key, value: type, supported: supported.isEmpty ? "none here" : supported.joined(separator: ", "))
    }
    return type
  }

  /// Refuses a string option that changes how the model works.
  static func refuse(_ model: JSONValue, _ key: String, unless allowed: (JSONValue) -> Bool, supported: String) throws {
    guard let value = try model.optional(key), !allowed(value) else { return }
    throw FileProblem.unsupported(
      key: "model.\(key)", value: String(decoding: JSONWriter.write(value), as: UTF8.self), supported: supported)
  }

  /// The file round a model, in the order in which Hugging Face writes it.
  static func file(
    addedTokens: [AddedToken], normalizer: JSONValue = .null, preTokenizer: JSONValue, postProcessor: JSONValue = .null,
    decoder: JSONValue, model: JSONValue
  ) -> JSONValue {
    .object([
      .init("version", .string("1.0")),
      .init("truncation", .null),
      .init("padding", .null),
      .init("added_tokens", .array(addedTokens.sorted { $0.id < $1.id }.map(json))),
      .init("normalizer", normalizer),
      .init("pre_tokenizer", preTokenizer),
      .init("post_processor", postProcessor),
      .init("decoder", decoder),
      .init("model", model),
    ])
  }

  static func vocabulary(_ strings: ByteStrings) -> JSONValue {
    .object(strings.entries.map { .init(String(decoding: $0.bytes, as: UTF8.self), .integer($0.id)) })
  }

  private static func json(_ token: AddedToken) -> JSONValue {
    .object([
      .init("id", .integer(token.id)),
      .init("content", .string(token.content)),
      .init("single_word", .boolean(token.isSingleWord)),
      .init("lstrip", .boolean(token.stripsLeft)),
      .init("rstrip", .boolean(token.stripsRight)),
      .init("normalized", .boolean(token.isNormalized)),
      .init("special", .boolean(token.isSpecial)),
    ])
  }
}
