// Ostrish, the old language of the islands: time, particles, verb, object, subject.

enum Ostrish {
  static func words(of clause: Clause) -> [Word] {
    let tense = Lexicon.tenseParticles[clause.tense].map { [Word($0, .tense)] } ?? []
    let negation = clause.isNegative ? [Word(Lexicon.negation, .negation)] : []
    let question = clause.isQuestion ? [Word(Lexicon.question, .question)] : []
    let predicate: [Word] =
      switch clause.predicate {
      case .verb(let verb, let object): [Word(verb.ostrish, .verb)] + object
      case .adjective(let adjective): [Word(adjective.ostrish, .predicate)]
      }
    return clause.time + tense + negation + predicate + clause.subject + question + [clause.end]
  }

  /// The adjective follows its noun. There is no word for "a", and "the" is an ending.
  static func words(of participant: Participant, _ part: Word.Part, _ adjectivePart: Word.Part) -> [Word] {
    switch participant {
    case .pronoun(let pronoun): return [Word(pronoun.ostrish, part)]
    case .placeName(let name): return [Word(name, part)]
    case .described(let noun, let adjective, let isMany, let isDefinite):
      let described = adjective.map { [Word(form(of: $0, isMany: isMany), adjectivePart)] } ?? []
      return [Word(form(of: noun, isMany: isMany, isDefinite: isDefinite), part)] + described
    }
  }

  static func form(of noun: Noun, isMany: Bool, isDefinite: Bool) -> String {
    noun.ostrish + (isMany ? Lexicon.plural : "") + (isDefinite ? Lexicon.definite : "")
  }

  static func form(of adjective: Adjective, isMany: Bool) -> String {
    adjective.ostrish + (isMany ? Lexicon.plural : "")
  }
}
