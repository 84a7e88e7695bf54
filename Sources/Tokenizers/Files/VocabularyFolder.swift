// The files from before tokenizer.json: vocab.json with merges.txt, or vocab.txt, and settings beside them.

struct VocabularyFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  func has(_ name: String) -> Bool { FileAccess.isFile(FileAccess.join(path, name)) }

  private func read<Result>(_ name: String, _ body: ([UInt8]) throws -> Result) throws -> Result {
    let file = FileAccess.join(path, name)
    let bytes = try FileAccess.read(file)
    return try TokenizerError.naming(file) { try body(bytes) }
  }

  /// The file's JSON; an empty object if there is no such file.
  private func settings(_ name: String) throws -> JSONValue {
    guard has(name) else { return .object([]) }
    return try read(name) { bytes in
      let json = try JSONReader.read(bytes)
      _ = try json.members(name)
      return json
    }
  }

  func bytePairs() throws -> BytePairTokenizer {
    let strings = try read("vocab.json") { try TokenizerJSON.vocabulary(try JSONReader.read($0), key: "vocab") }
    let model = try read("merges.txt") { try BytePairModel(vocabulary: strings, merges: try MergesFile.read($0)) }
    let configuration = try settings("tokenizer_config.json")
    let added = try addedTokens(in: strings, configuration, usual: ["<|endoftext|>"])
    return try TokenizerError.naming(FileAccess.join(path, "tokenizer_config.json")) {
      let addsPrefixSpace = try configuration.boolean("add_prefix_space", default: false)
      return BytePairTokenizer(
        model: model, added: try AddedTokens(added, in: strings), options: .init(addsPrefixSpace: addsPrefixSpace))
    }
  }

  /// - Parameter name: the file with one token a line; the id is the number of the line, from 0 on.
  func wordPieces(_ name: String) throws -> WordPieceTokenizer {
    let strings = try read(name) { try Self.vocabulary($0) }
    let configuration = try settings("tokenizer_config.json")
    let added = try addedTokens(in: strings, configuration, usual: ["[UNK]", "[SEP]", "[PAD]", "[CLS]", "[MASK]"])
    return try TokenizerError.naming(FileAccess.join(path, name)) {
      let normalizer = BertNormalizer(
        separatesChinese: try configuration.boolean("tokenize_chinese_chars", default: true),
        stripsAccents: try configuration.optionalBoolean("strip_accents"),
        lowercases: try configuration.boolean("do_lower_case", default: true))
      return try WordPieceTokenizer(
        vocabulary: strings, addedTokens: added, options: .init(normalizer: normalizer),
        template: WordPieceTokenizer.bertTemplate(try AddedTokens(added, in: strings)))
    }
  }

  /// A line's white space at the end is not part of the token. Empty lines only count.
  private static func vocabulary(_ bytes: [UInt8]) throws -> ByteStrings {
    let tokens = try WellFormedText.lines(of: bytes).map { line -> [UInt8] in
      let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
      let kept = scalars.reversed().drop { $0.properties.isWhitespace }.count
      return Array(String(String.UnicodeScalarView(scalars.prefix(kept))).utf8)
    }
    return try ByteStrings(tokens.enumerated().filter { !$0.element.isEmpty }.map { ($0.element, $0.offset) })
  }

  /// The tokens that the settings name; the usual ones of the kind of tokenizer, where they name none.
  private func addedTokens(
    in vocabulary: ByteStrings, _ configuration: JSONValue, usual: [String]
  ) throws -> [AddedToken] {
    var tokens: [AddedToken] = []
    func add(_ token: AddedToken) {
      if !tokens.contains(where: { $0.content.utf8.elementsEqual(token.content.utf8) }) { tokens.append(token) }
    }
    let configurationPath = FileAccess.join(path, "tokenizer_config.json")
    try TokenizerError.naming(configurationPath) {
      for member in try configuration.optional("added_tokens_decoder")?.members("added_tokens_decoder") ?? [] {
        guard let id = Int(member.key) else {
          throw FileProblem.wrongType(key: "added_tokens_decoder", expected: "keyed by ids", found: member.key)
        }
        add(try TokenizerJSON.addedToken(member.value, id: id))
      }
    }
    let addedTokens = try settings("added_tokens.json")
    try TokenizerError.naming(FileAccess.join(path, "added_tokens.json")) {
      for member in try addedTokens.members("added_tokens") {
        add(AddedToken(member.key, id: try member.value.integer(member.key), isSpecial: false))
      }
    }
    for content in try specialTokens() + usual {
      if let id = vocabulary.id(of: content) { add(AddedToken(content, id: id)) }
    }
    return tokens
  }

  /// The tokens in special_tokens_map.json, which stand there as strings, objects, or lists of these.
  private func specialTokens() throws -> [String] {
    let map = try settings("special_tokens_map.json")
    return try TokenizerError.naming(FileAccess.join(path, "special_tokens_map.json")) {
      func contents(_ json: JSONValue, _ key: String) throws -> [String] {
        switch json {
        case .object: [try json.required("content").string(key)]
        case .array(let tokens): try tokens.flatMap { try contents($0, key) }
        case .null: []
        default: [try json.string(key)]
        }
      }
      return try map.members("special_tokens_map").flatMap { try contents($0.value, $0.key) }
    }
  }
}
