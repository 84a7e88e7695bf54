// The English of the phrasebook: subject, verb, object.

enum English {
  static func words(of clause: Clause) -> [Word] {
    let auxiliary = auxiliary(of: clause)
    let negation = clause.isNegative ? [Word("not", .negation)] : []
    let rest: [Word] =
      switch clause.predicate {
      case .verb(let verb, let object): [form(of: verb, clause, isAlone: auxiliary.isEmpty)] + object
      case .adjective(let adjective):
        (clause.tense == .future ? [Word("be", .predicate)] : []) + [Word(adjective.english, .predicate)]
      }
    let start = clause.isQuestion ? auxiliary + clause.subject : clause.subject + auxiliary
    return start + negation + rest + clause.time + [clause.end]
  }

  static func words(of participant: Participant, _ part: Word.Part, _ adjectivePart: Word.Part) -> [Word] {
    switch participant {
    case .pronoun(let pronoun): return [Word(pronoun.english, part)]
    case .placeName(let name): return [Word(name, part)]
    case .described(let noun, let adjective, let isMany, let isDefinite):
      let article = isDefinite ? [Word("the", part)] : isMany ? [] : [Word("a", part)]
      let described = adjective.map { [Word($0.english, adjectivePart)] } ?? []
      return article + described + [Word(isMany ? noun.many : noun.one, part)]
    }
  }

  /// "will", "does", "was" …; none for a plain verb.
  private static func auxiliary(of clause: Clause) -> [Word] {
    var parts: Set<Word.Part> = clause.tense == .present ? [] : [.tense]
    if clause.isQuestion { parts.insert(.question) }
    if clause.tense == .future { return [Word("will", parts)] }
    switch clause.predicate {
    case .adjective:
      let present = [Agreement.first: "am", .one: "is"][clause.agreement] ?? "are"
      let past = clause.agreement == .many ? "were" : "was"
      return [Word(clause.tense == .past ? past : present, parts.union([.predicate]))]
    case .verb:
      guard clause.isQuestion || clause.isNegative else { return [] }
      if clause.isNegative { parts.insert(.negation) }
      let present = clause.agreement == .one ? "does" : "do"
      return [Word(clause.tense == .past ? "did" : present, parts)]
    }
  }

  private static func form(of verb: Verb, _ clause: Clause, isAlone: Bool) -> Word {
    guard isAlone else { return Word(verb.base, .verb) }
    if clause.tense == .past { return Word(verb.past, .verb, .tense) }
    return Word(clause.agreement == .one ? verb.third : verb.base, .verb)
  }
}
