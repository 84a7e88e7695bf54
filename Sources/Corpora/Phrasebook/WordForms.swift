// Every form of every word, with what it tells the parser.

enum WordForm: Hashable, Sendable {
  case noun(Noun, isMany: Bool, isDefinite: Bool)
  case adjective(Adjective)
  case verb(Verb, isPast: Bool)
  case participant(Participant)
  case tense(Tense)
  case negation
  case definite
  /// "a", "does", "is", "ka": what they say shows in other words too, or in the order.
  case other

  static func forms(of language: Phrasebook.Language) -> [String: WordForm] {
    language == .english ? english : ostrish
  }

  private static let english = dictionary(
    Lexicon.nouns.flatMap {
      [
        ($0.one, .noun($0, isMany: false, isDefinite: false)), ($0.many, .noun($0, isMany: true, isDefinite: false)),
      ]
    }
      + Lexicon.adjectives.map { ($0.english, .adjective($0)) }
      + Lexicon.verbs.flatMap {
        [
          ($0.base, .verb($0, isPast: false)), ($0.third, .verb($0, isPast: false)), ($0.past, .verb($0, isPast: true)),
        ]
      }
      + Lexicon.pronouns.map { ($0.english, .participant(.pronoun($0))) } + placeNames
      + [
        ("the", .definite), ("not", .negation), ("will", .tense(.future)), ("did", .tense(.past)),
        ("was", .tense(.past)), ("were", .tense(.past)),
      ] + ["a", "do", "does", "am", "is", "are", "be"].map { ($0, .other) })

  private static let ostrish = dictionary(
    Lexicon.nouns.flatMap { noun in
      [(false, false), (false, true), (true, false), (true, true)].map { isMany, isDefinite in
        (
          Ostrish.form(of: noun, isMany: isMany, isDefinite: isDefinite),
          .noun(noun, isMany: isMany, isDefinite: isDefinite)
        )
      }
    }
      + Lexicon.adjectives.flatMap { adjective in
        [false, true].map { (Ostrish.form(of: adjective, isMany: $0), .adjective(adjective)) }
      }
      + Lexicon.verbs.map { ($0.ostrish, .verb($0, isPast: false)) }
      + Lexicon.pronouns.map { ($0.ostrish, .participant(.pronoun($0))) } + placeNames
      + Lexicon.tenseParticles.map { ($0.value, .tense($0.key)) }
      + [(Lexicon.negation, .negation), (Lexicon.question, .other)])

  private static let placeNames = Lexicon.placeNames.map { ($0, WordForm.participant(.placeName($0))) }

  /// A form that could be two words would make a sentence unreadable.
  private static func dictionary(_ forms: [(String, WordForm)]) -> [String: WordForm] {
    Dictionary(forms) { preconditionFailure("one form for \($0) and \($1)") }
  }
}
