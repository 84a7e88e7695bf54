// The two languages of the phrasebook, behind one interface.

extension Phrasebook {
  public enum Language: String, CaseIterable, Sendable {
    case english, ostrish

    public var other: Language { self == .english ? .ostrish : .english }
  }
}

extension Phrasebook.Language {
  /// The sentence, its first word with a capital.
  func sentence(_ meaning: Meaning) -> [Word] {
    let predicate: Clause.Predicate =
      switch meaning.predicate {
      case .verb(let verb, let object): .verb(verb, object: words(of: object, .object, .objectAdjective))
      case .adjective(let adjective): .adjective(adjective)
      }
    return sentence(
      Clause(
        subject: words(of: meaning.subject, .subject, .subjectAdjective), agreement: meaning.subject.agreement,
        predicate: predicate, tense: meaning.tense, isNegative: meaning.isNegative, isQuestion: meaning.isQuestion,
        time: meaning.time.map(words(of:)) ?? []))
  }

  func sentence(_ clause: Clause) -> [Word] {
    var words =
      switch self {
      case .english: English.words(of: clause)
      case .ostrish: Ostrish.words(of: clause)
      }
    if let first = words.first { words[0] = first.capitalized }
    return words
  }

  func words(of participant: Participant, _ part: Word.Part, _ adjectivePart: Word.Part) -> [Word] {
    switch self {
    case .english: English.words(of: participant, part, adjectivePart)
    case .ostrish: Ostrish.words(of: participant, part, adjectivePart)
    }
  }

  func words(of time: TimeWord) -> [Word] {
    let text = self == .english ? time.english : time.ostrish
    return text.split(separator: " ").map { Word(String($0), .time) }
  }
}
