// The sentences of the errors: what, where, expected and found, what to do.

extension TokenizerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .vocabularyTooSmall(let requested, let minimum, let specialTokens):
      let special = specialTokens == 0 ? "" : " and the \(specialTokens) special tokens"
      return "a vocabulary of \(requested) cannot hold the 256 bytes\(special), which every text needs; "
        + "ask for \(minimum) or more"
    case .vocabularyTooLarge(let requested, let largest):
      return "a vocabulary of \(requested) is too large; at most \(largest) tokens are possible"
    case .duplicateSpecialToken(let token):
      return "the special token \(quoted(token)) is given twice"
    case .emptySpecialToken:
      return "a special token is empty; it would be found everywhere"
    case .emptyTrainingText:
      return "the training text is empty: it has no characters to learn"
    case .unknownID(let id, let vocabularySize):
      let range = (0..<vocabularySize).contains(id) ? "it is not in use" : "the ids are 0 to \(vocabularySize - 1)"
      return "no token has the id \(id); \(range)"
    case .cannotRead(let path, let reason):
      return "\(path): cannot be read: \(reason)"
    case .cannotWrite(let path, let reason):
      return "\(path): cannot be written: \(reason)"
    case .noTokenizer(let folder):
      return
        "\(folder): holds no tokenizer; expected tokenizer.json, vocab.json with merges.txt, or vocab.txt"
    case .invalid(let source, let problem):
      return "\(source): \(problem)"
    }
  }
}

extension FileProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notUTF8(let offset):
      return "is not UTF-8: the byte at offset \(offset) cannot stand there"
    case .malformedJSON(let line, let column, let reason):
      return "is not JSON: line \(line), column \(column): \(reason)"
    case .missing(let key):
      return "\(quoted(key)) is missing"
    case .wrongType(let key, let expected, let found):
      return "\(quoted(key)) should be \(expected), but is \(found)"
    case .unsupported(let key, let value, let supported):
      return "\(quoted(key)) is \(shortened(value)), which this library does not have; it knows \(supported)"
    case .emptyVocabulary:
      return "the vocabulary is empty"
    case .vocabularyTooLarge:
      return "the vocabulary is larger than two gigabytes"
    case .idOutOfRange(let token, let id, let largest):
      return "the token \(quoted(token)) has the id \(id); ids are 0 to \(largest)"
    case .duplicateID(let id, let first, let second):
      return "the id \(id) belongs to two tokens, \(quoted(first)) and \(quoted(second))"
    case .duplicateToken(let token, let first, let second):
      return "the token \(quoted(token)) stands twice, with the ids \(first) and \(second)"
    case .conflictingID(let token, let vocabulary, let addedToken):
      return
        "the added token \(quoted(token)) has the id \(addedToken), but in the vocabulary it is \(vocabulary)"
    case .malformedMerge(let rank, let text):
      return "merge \(rank) is \(quoted(text)); expected two tokens with one space between them"
    case .mergeOutsideVocabulary(let rank, let left, let right, let missing):
      return
        "merge \(rank) joins \(quoted(left)) and \(quoted(right)), but the vocabulary has no \(quoted(missing))"
    case .missingToken(let token, let role):
      return "\(quoted(token)), \(role), is not in the vocabulary"
    case .notACharacter(let token):
      return "\(quoted(token)) is not one character; a character vocabulary has no longer tokens"
    }
  }
}

/// In quotation marks, control characters made visible, and no longer than a line can bear.
private func quoted(_ text: String) -> String { shortened(text).debugDescription }

private func shortened(_ text: String) -> String {
  text.unicodeScalars.count > 60 ? String(text.unicodeScalars.prefix(57)) + "…" : text
}
