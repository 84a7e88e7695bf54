// Why a sentence could not be translated.

public enum TranslationError: Error, Equatable, CustomStringConvertible {
  case unknownWord(String, Phrasebook.Language)
  case noEnd(String)
  /// The words are known, but no subject and predicate can be made of them.
  case notASentence(String)
  /// The words make a sentence, but in another order or form.
  case otherwise(String, expected: String)

  public var description: String {
    switch self {
    case .unknownWord(let word, let language):
      "the phrasebook has no \(language == .english ? "English" : "Ostrish") word \"\(word)\""
    case .noEnd(let sentence): "\"\(sentence)\" does not end with \".\" or \"?\""
    case .notASentence(let sentence):
      "\"\(sentence)\" is not a sentence of the phrasebook, which needs a subject with a verb and an object, or with an "
        + "adjective"
    case .otherwise(let sentence, let expected): "not \"\(sentence)\"; the phrasebook says \"\(expected)\""
    }
  }
}
