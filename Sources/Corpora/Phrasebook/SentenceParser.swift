// From the words of a sentence to its meaning, in either language.

/// Notes what each word tells, and then asks the language to say it: only a sentence that comes back word for word was
/// understood. So the order and agreement of words are written down once, where sentences are made.
struct SentenceParser {
  private let language: Phrasebook.Language
  private let forms: [String: WordForm]
  private var participants: [Participant] = []
  /// An adjective that has no noun yet; at the end, the predicate.
  private var adjective: Adjective?
  private var verb: Verb?
  private var tense = Tense.present
  private var isNegative = false
  /// English: "the" was read, and its noun not yet.
  private var isDefinite = false

  static func meaning(_ sentence: String, _ language: Phrasebook.Language) throws(TranslationError) -> Meaning {
    var parser = SentenceParser(language: language)
    return try parser.parse(sentence)
  }

  private init(language: Phrasebook.Language) {
    self.language = language
    forms = WordForm.forms(of: language)
  }

  private mutating func parse(_ sentence: String) throws(TranslationError) -> Meaning {
    let tokens = WordTokens.split(sentence).filter { !$0.allSatisfy(\.isNewline) }
    guard let end = tokens.last, end == "." || end == "?" else { throw .noEnd(sentence) }
    var words = Array(tokens.dropLast())
    // A capital at the start says nothing, unless the word is always written so.
    if let first = words.first, forms[first] == nil { words[0] = first.lowercased() }
    let time = takeTime(from: &words)
    for word in words { try take(word, in: sentence) }
    let meaning = Meaning(
      subject: try subject(sentence), predicate: try predicate(sentence), tense: tense, isNegative: isNegative,
      isQuestion: end == "?", time: time)
    let said = language.sentence(meaning).map(\.text)
    guard said == tokens else { throw .otherwise(sentence, expected: WordTokens.joined(said)) }
    return meaning
  }

  /// Removes the words of time from the start or the end.
  private func takeTime(from words: inout [String]) -> TimeWord? {
    for time in Lexicon.times {
      let timeWords = language.words(of: time).map(\.text)
      if words.starts(with: timeWords) {
        words.removeFirst(timeWords.count)
        return time
      }
      if words.suffix(timeWords.count) == timeWords[...] {
        words.removeLast(timeWords.count)
        return time
      }
    }
    return nil
  }

  private mutating func take(_ word: String, in sentence: String) throws(TranslationError) {
    guard let form = forms[word] else { throw .unknownWord(word, language) }
    switch form {
    case .noun(let noun, let isMany, let ending):
      // The adjective of English stands before its noun; that of Ostrish comes later.
      let before = language == .english ? adjective : nil
      participants.append(.described(noun, before, isMany: isMany, isDefinite: ending || isDefinite))
      if language == .english { adjective = nil }
      isDefinite = false
    case .adjective(let found):
      if language == .ostrish, case .described(let noun, nil, let isMany, let isDefinite)? = participants.last {
        participants[participants.count - 1] = .described(noun, found, isMany: isMany, isDefinite: isDefinite)
      } else if adjective == nil {
        adjective = found
      } else {
        throw .notASentence(sentence)
      }
    case .verb(let found, let isPast):
      guard verb == nil else { throw .notASentence(sentence) }
      verb = found
      if isPast { tense = .past }
    case .participant(let participant): participants.append(participant)
    case .tense(let found): tense = found
    case .negation: isNegative = true
    case .definite: isDefinite = true
    case .other: break
    }
  }

  /// English names the subject first, Ostrish last.
  private func subject(_ sentence: String) throws(TranslationError) -> Participant {
    guard let subject = language == .english ? participants.first : participants.last else {
      throw .notASentence(sentence)
    }
    return subject
  }

  private func predicate(_ sentence: String) throws(TranslationError) -> Meaning.Predicate {
    switch (verb, adjective, participants.count) {
    case (let verb?, nil, 2): .verb(verb, object: participants[language == .english ? 1 : 0])
    case (nil, let adjective?, 1): .adjective(adjective)
    default: throw .notASentence(sentence)
    }
  }
}
