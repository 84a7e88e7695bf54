// The grammar of the phrasebook, once for each language: the same choices with the same weights, in another order.

/// Since a meaning has the same probability in both languages and each language says it in one way only, both grammars
/// have the same entropy for a sentence.
struct PhrasebookRules {
  let language: Phrasebook.Language

  /// Who can be the subject, and how often.
  private enum Subject: CaseIterable {
    case person, persons, vessel, vessels, first, others

    var weight: Double {
      switch self {
      case .person: 6
      case .persons, .vessel, .others: 3
      case .first: 2
      case .vessels: 1
      }
    }

    var kind: NounKind {
      switch self {
      case .vessel, .vessels: .vessel
      default: .person
      }
    }

    var agreement: Agreement {
      switch self {
      case .person, .vessel: .one
      case .persons, .vessels, .others: .many
      case .first: .first
      }
    }

    var rule: String {
      switch self {
      case .person: "one person"
      case .persons: "many person"
      case .vessel: "one vessel"
      case .vessels: "many vessel"
      case .first: "first"
      case .others: "others"
      }
    }
  }

  var all: [Rule] {
    [Rule("phrase", weighted: Subject.allCases.map { ("[about \($0.rule)]\n", $0.weight) })]
      + Subject.allCases.flatMap(sentenceRules(about:))
      + NounKind.allCases.flatMap { nounRules($0, isMany: false) + nounRules($0, isMany: true) }
      + pronounRules + timeRules + objectRules
  }

  // MARK: Sentences

  private func sentenceRules(about subject: Subject) -> [Rule] {
    let statements = sentences(about: subject, isQuestion: false)
    let questions = sentences(about: subject, isQuestion: true)
    // Where all statements start with the subject, it is said before the rest is chosen: a reader of the text then does
    // not have to carry all that may come along with each word of the subject.
    let start = "[Capital \(subject.rule)]"
    let isFirst = statements.allSatisfy { $0.words.first == start }
    return [
      Rule(
        "about \(subject.rule)",
        weighted: [
          ((isFirst ? start + " " : "") + "[statement \(subject.rule)]", 0.75), ("[question \(subject.rule)]", 0.25),
        ]),
      Rule(
        "statement \(subject.rule)",
        weighted: statements.map { (WordTokens.joined($0.words.dropFirst(isFirst ? 1 : 0)), $0.weight) }),
      Rule("question \(subject.rule)", weighted: questions.map { (WordTokens.joined($0.words), $0.weight) }),
    ]
  }

  private func sentences(about subject: Subject, isQuestion: Bool) -> [(words: [String], weight: Double)] {
    var result: [(words: [String], weight: Double)] = []
    for (tense, tenseWeight) in [(Tense.present, 0.4), (.past, 0.35), (.future, 0.25)] {
      for (isNegative, negativeWeight) in [(false, 0.8), (true, 0.2)] {
        for (time, timeWeight) in [([], 0.6), ([Word("[time \(tense)]", .time)], 0.4)] {
          for (predicate, predicateWeight) in predicates(of: subject) {
            let words = language.sentence(
              Clause(
                subject: [Word("[\(subject.rule)]", .subject)], agreement: subject.agreement, predicate: predicate,
                tense: tense, isNegative: isNegative, isQuestion: isQuestion, time: time))
            result.append((words.map(\.text), tenseWeight * negativeWeight * timeWeight * predicateWeight))
          }
        }
      }
    }
    return result
  }

  private func predicates(of subject: Subject) -> [(Clause.Predicate, Double)] {
    let verbs = Lexicon.verbs.filter { $0.subjects.contains(subject.kind) }
    let adjectives = adjectives(for: subject.kind)
    return verbs.map { (.verb($0, object: [Word("[object of \($0.base)]", .object)]), 0.75 / Double(verbs.count)) }
      + adjectives.map { (.adjective($0), 0.25 / Double(adjectives.count)) }
  }

  private var objectRules: [Rule] {
    Lexicon.verbs.map { verb in
      let kinds = NounKind.allCases.filter(verb.objects.contains)
      return Rule("object of \(verb.base)", weighted: kinds.flatMap { [("[one \($0)]", 3), ("[many \($0)]", 1)] })
    }
  }

  // MARK: Participants and times

  private func nounRules(_ kind: NounKind, isMany: Bool) -> [Rule] {
    let number = isMany ? "many" : "one"
    let nouns = Lexicon.nouns.filter { $0.kind == kind }
    var weighted: [(String, Double)] = []
    for (isDefinite, weight) in [(true, 0.7), (false, 0.3)] {
      // Only the order is said here; the words come from rules of their own.
      let noun = "[noun \(number) \(kind)\(isDefinite ? " definite" : "")]"
      let adjective = "[adjective \(number) \(kind)]"
      switch language {
      case .english:
        let article = isDefinite ? "the " : isMany ? "" : "a "
        weighted += [("\(article)\(noun)", weight * 0.6), ("\(article)\(adjective) \(noun)", weight * 0.4)]
      case .ostrish:
        weighted += [(noun, weight * 0.6), ("\(noun) \(adjective)", weight * 0.4)]
      }
    }
    if kind == .place && !isMany { weighted.append(("[place name]", 0.5)) }
    let adjectives = adjectives(for: kind).map { adjective in
      language == .english ? adjective.english : Ostrish.form(of: adjective, isMany: isMany)
    }
    func forms(isDefinite: Bool) -> [String] {
      nouns.map { noun in
        switch language {
        case .english: isMany ? noun.many : noun.one
        case .ostrish: Ostrish.form(of: noun, isMany: isMany, isDefinite: isDefinite)
        }
      }
    }
    return withCapitals("\(number) \(kind)", weighted)
      + withCapitals("noun \(number) \(kind)", forms(isDefinite: false).map { ($0, 1) })
      + withCapitals("noun \(number) \(kind) definite", forms(isDefinite: true).map { ($0, 1) })
      + withCapitals("adjective \(number) \(kind)", adjectives.map { ($0, 1) })
  }

  private var pronounRules: [Rule] {
    let words = Lexicon.pronouns.map { language == .english ? $0.english : $0.ostrish }
    return withCapitals("first", words.prefix(1).map { ($0, 1) })
      + withCapitals("others", words.dropFirst().map { ($0, 1) })
      + withCapitals("place name", Lexicon.placeNames.map { ($0, 1) })
  }

  private var timeRules: [Rule] {
    Tense.allCases.flatMap { tense in
      let times = Lexicon.times.filter { $0.tenses.contains(tense) }
      return withCapitals("time \(tense)", times.map { (language == .english ? $0.english : $0.ostrish, 1) })
    }
  }

  /// The rule, and the rule `Capital …` that says the same at the start of a sentence.
  private func withCapitals(_ name: String, _ weighted: [(String, Double)]) -> [Rule] {
    [
      Rule(name, weighted: weighted),
      Rule("Capital \(name)", weighted: weighted.map { (Word($0.0, []).capitalized.text, $0.1) }),
    ]
  }

  private func adjectives(for kind: NounKind) -> [Adjective] { Lexicon.adjectives.filter { $0.kinds.contains(kind) } }
}
