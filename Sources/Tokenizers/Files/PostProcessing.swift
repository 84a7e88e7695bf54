// `post_processor` of tokenizer.json: special tokens round the text, and trimmed offsets.

struct PostProcessing {
  /// Nil if offsets are not trimmed.
  var trimmingExpectsAddedSpace: Bool?
  var template: SpecialTokenTemplate?

  init(trimmingExpectsAddedSpace: Bool? = nil, template: SpecialTokenTemplate? = nil) {
    self.trimmingExpectsAddedSpace = trimmingExpectsAddedSpace
    self.template = template
  }

  /// Throws ``FileProblem``.
  init(_ file: JSONValue) throws {
    guard let component = try file.optional("post_processor") else { return }
    try read(component)
  }

  private mutating func read(_ json: JSONValue) throws {
    switch try json.required("type").string("post_processor.type") {
    case "ByteLevel":
      if try json.boolean("trim_offsets", default: true) {
        trimmingExpectsAddedSpace = try json.boolean("add_prefix_space", default: true)
      }
    case "TemplateProcessing":
      template = try Self.template(json)
    case "BertProcessing":
      template = try Self.firstAndLast(json)
    case "RobertaProcessing":
      template = try Self.firstAndLast(json)
      if try json.boolean("trim_offsets", default: true) {
        trimmingExpectsAddedSpace = try json.boolean("add_prefix_space", default: true)
      }
    case "Sequence":
      for part in try json.required("processors").array("processors") {
        guard part["type"] != .string("Sequence") else {
          throw FileProblem.unsupported(
            key: "post_processor", value: "a Sequence in a Sequence", supported: "one level")
        }
        try read(part)
      }
    case let type:
      throw FileProblem.unsupported(
        key: "post_processor", value: type,
        supported: "ByteLevel, TemplateProcessing, BertProcessing, RobertaProcessing, Sequence")
    }
  }

  /// `{"cls": ["[CLS]", 101], "sep": ["[SEP]", 102]}`
  private static func firstAndLast(_ json: JSONValue) throws -> SpecialTokenTemplate {
    func token(_ key: String) throws -> SpecialTokenTemplate.SpecialToken {
      let pair = try json.required(key).array(key)
      guard pair.count == 2 else {
        throw FileProblem.wrongType(key: key, expected: "a token and its id", found: "an array of \(pair.count)")
      }
      return try .init(pair[0].string(key), id: pair[1].integer(key))
    }
    return SpecialTokenTemplate(before: [try token("cls")], after: [try token("sep")])
  }

  /// The template for one text; the one for pairs is passed over.
  private static func template(_ json: JSONValue) throws -> SpecialTokenTemplate {
    var template = SpecialTokenTemplate(before: [], after: [])
    var texts = 0
    for piece in try json.required("single").array("post_processor.single") {
      if try piece.optional("Sequence") != nil {
        texts += 1
      } else {
        let name = try piece.required("SpecialToken").required("id").string("post_processor.single.id")
        let tokens = try specialTokens(name, in: json)
        if texts == 0 { template.before += tokens } else { template.after += tokens }
      }
    }
    guard texts == 1 else {
      throw FileProblem.unsupported(
        key: "post_processor.single", value: "a template with the text \(texts) times",
        supported: "templates with it once")
    }
    return template
  }

  /// A name in a template may stand for several tokens.
  private static func specialTokens(_ name: String, in json: JSONValue) throws -> [SpecialTokenTemplate.SpecialToken] {
    let token = try json.required("special_tokens").required(name)
    let ids = try token.required("ids").array("special_tokens.ids")
    let contents = try token.required("tokens").array("special_tokens.tokens")
    guard ids.count == contents.count else {
      throw FileProblem.wrongType(
        key: "special_tokens.\(name)", expected: "as many ids as tokens",
        found: "\(ids.count) ids and \(contents.count) tokens")
    }
    return try zip(contents, ids).map { content, id in
      try .init(content.string("special_tokens.tokens"), id: id.integer("special_tokens.ids"))
    }
  }

  /// - Parameter byteLevel: whether the tokenizer is byte-level and so says whether it trims.
  func json(byteLevel: Bool) -> JSONValue {
    let trimming: JSONValue? =
      byteLevel
      ? TokenizerJSON.byteLevel(
        addsPrefixSpace: trimmingExpectsAddedSpace ?? true, trimsOffsets: trimmingExpectsAddedSpace != nil) : nil
    let parts = [trimming, template.map(Self.json)].compactMap { $0 }
    guard parts.count > 1 else { return parts.first ?? .null }
    return .object([.init("type", .string("Sequence")), .init("processors", .array(parts))])
  }

  private static func json(_ template: SpecialTokenTemplate) -> JSONValue {
    func special(_ token: SpecialTokenTemplate.SpecialToken, type: Int) -> JSONValue {
      .object([.init("SpecialToken", .object([.init("id", .string(token.content)), .init("type_id", .integer(type))]))])
    }
    func text(_ name: String, type: Int) -> JSONValue {
      .object([.init("Sequence", .object([.init("id", .string(name)), .init("type_id", .integer(type))]))])
    }
    let single =
      template.before.map { special($0, type: 0) } + [text("A", type: 0)] + template.after.map { special($0, type: 0) }
    let pair = single + [text("B", type: 1)] + template.after.map { special($0, type: 1) }
    var names: [String: Int] = [:]
    for token in template.before + template.after { names[token.content] = token.id }
    let tokens = names.sorted { $0.key < $1.key }.map { name, id in
      JSONValue.Member(
        name,
        .object([
          .init("id", .string(name)), .init("ids", .array([.integer(id)])), .init("tokens", .array([.string(name)])),
        ]))
    }
    return .object([
      .init("type", .string("TemplateProcessing")),
      .init("single", .array(single)),
      .init("pair", .array(pair)),
      .init("special_tokens", .object(tokens)),
    ])
  }
}
