// What a sentence of the phrasebook says, apart from any language.

/// Who or what takes part.
enum Participant: Hashable, Sendable {
  case pronoun(Pronoun)
  case placeName(String)
  case described(Noun, Adjective?, isMany: Bool, isDefinite: Bool)

  var agreement: Agreement {
    switch self {
    case .pronoun(let pronoun): pronoun.english == "I" ? .first : .many
    case .placeName: .one
    case .described(_, _, let isMany, _): isMany ? .many : .one
    }
  }
}

/// What an English verb agrees with. Ostrish verbs agree with nothing.
enum Agreement: Hashable, Sendable { case first, one, many }

struct Meaning: Hashable, Sendable {
  enum Predicate: Hashable, Sendable {
    case verb(Verb, object: Participant)
    case adjective(Adjective)
  }

  let subject: Participant
  let predicate: Predicate
  let tense: Tense
  let isNegative: Bool
  let isQuestion: Bool
  let time: TimeWord?
}
