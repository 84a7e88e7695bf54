// The words of the phrasebook, English beside Ostrish. Nothing but words.
//
// Ostrish is invented. A syllable is a consonant and a vowel, sometimes closed by n, l, r or s; a noun or adjective ends
// in a vowel. Every form is regular.

/// What a noun is; it decides what may be said of it.
enum NounKind: String, CaseIterable, Hashable, Sendable { case person, vessel, thing, place }

enum Tense: String, CaseIterable, Hashable, Sendable { case present, past, future }

/// English nouns and adjectives start with a consonant, so that "a" never becomes "an".
struct Noun: Hashable, Sendable {
  let one: String
  let many: String
  let ostrish: String
  let kind: NounKind
}

struct Adjective: Hashable, Sendable {
  let english: String
  let ostrish: String
  let kinds: Set<NounKind>
}

struct Verb: Hashable, Sendable {
  let base: String
  let third: String
  let past: String
  let ostrish: String
  let subjects: Set<NounKind>
  let objects: Set<NounKind>
}

struct Pronoun: Hashable, Sendable {
  let english: String
  let ostrish: String
}

struct TimeWord: Hashable, Sendable {
  let english: String
  let ostrish: String
  let tenses: Set<Tense>
}

enum Lexicon {
  static let nouns = [
    Noun(one: "captain", many: "captains", ostrish: "kavero", kind: .person),
    Noun(one: "pilot", many: "pilots", ostrish: "simola", kind: .person),
    Noun(one: "passenger", many: "passengers", ostrish: "tarelu", kind: .person),
    Noun(one: "child", many: "children", ostrish: "nipe", kind: .person),
    Noun(one: "sailor", many: "sailors", ostrish: "vasuro", kind: .person),
    Noun(one: "fisher", many: "fishers", ostrish: "helipo", kind: .person),
    Noun(one: "teacher", many: "teachers", ostrish: "lomira", kind: .person),
    Noun(one: "steward", many: "stewards", ostrish: "petalo", kind: .person),
    Noun(one: "friend", many: "friends", ostrish: "sorime", kind: .person),
    Noun(one: "baker", many: "bakers", ostrish: "rupano", kind: .person),
    Noun(one: "ferry", many: "ferries", ostrish: "kelu", kind: .vessel),
    Noun(one: "boat", many: "boats", ostrish: "vanki", kind: .vessel),
    Noun(one: "ship", many: "ships", ostrish: "torvasa", kind: .vessel),
    Noun(one: "letter", many: "letters", ostrish: "lipuro", kind: .thing),
    Noun(one: "ticket", many: "tickets", ostrish: "taseki", kind: .thing),
    Noun(one: "bicycle", many: "bicycles", ostrish: "rolemi", kind: .thing),
    Noun(one: "lamp", many: "lamps", ostrish: "hosi", kind: .thing),
    Noun(one: "rope", many: "ropes", ostrish: "nervo", kind: .thing),
    Noun(one: "net", many: "nets", ostrish: "vesku", kind: .thing),
    Noun(one: "basket", many: "baskets", ostrish: "kopalu", kind: .thing),
    Noun(one: "key", many: "keys", ostrish: "kilse", kind: .thing),
    Noun(one: "blanket", many: "blankets", ostrish: "hamuro", kind: .thing),
    Noun(one: "harbour", many: "harbours", ostrish: "peruna", kind: .place),
    Noun(one: "village", many: "villages", ostrish: "sulo", kind: .place),
    Noun(one: "tower", many: "towers", ostrish: "tirka", kind: .place),
    Noun(one: "house", many: "houses", ostrish: "komi", kind: .place),
    Noun(one: "pier", many: "piers", ostrish: "lanto", kind: .place),
    Noun(one: "bay", many: "bays", ostrish: "reve", kind: .place),
    Noun(one: "garden", many: "gardens", ostrish: "hinsa", kind: .place),
  ]

  /// Places with a name, the same in both languages.
  static let placeNames = ["Sandholm", "Birk", "Ostrey", "Fennick", "Gullhaven", "Quarne", "Tollum"]

  static let adjectives = [
    Adjective(english: "young", ostrish: "miki", kinds: [.person]),
    Adjective(english: "kind", ostrish: "holu", kinds: [.person]),
    Adjective(english: "tired", ostrish: "valpe", kinds: [.person]),
    Adjective(english: "tall", ostrish: "teluso", kinds: [.person]),
    Adjective(english: "late", ostrish: "rasu", kinds: [.person, .vessel]),
    Adjective(english: "ready", ostrish: "pilo", kinds: [.person, .vessel]),
    Adjective(english: "strong", ostrish: "torma", kinds: [.person, .vessel]),
    Adjective(english: "small", ostrish: "nini", kinds: [.vessel, .thing, .place]),
    Adjective(english: "large", ostrish: "moruva", kinds: [.vessel, .thing, .place]),
    Adjective(english: "new", ostrish: "lisko", kinds: [.vessel, .thing, .place]),
    Adjective(english: "white", ostrish: "salo", kinds: [.vessel, .thing, .place]),
    Adjective(english: "red", ostrish: "karu", kinds: [.vessel, .thing]),
    Adjective(english: "heavy", ostrish: "turpa", kinds: [.thing]),
    Adjective(english: "quiet", ostrish: "hemile", kinds: [.place]),
    Adjective(english: "beautiful", ostrish: "silavo", kinds: [.vessel, .place]),
  ]

  static let verbs = [
    Verb(
      base: "see", third: "sees", past: "saw", ostrish: "name", subjects: [.person],
      objects: [.person, .vessel, .thing, .place]),
    Verb(base: "greet", third: "greets", past: "greeted", ostrish: "salure", subjects: [.person], objects: [.person]),
    Verb(base: "help", third: "helps", past: "helped", ostrish: "vinko", subjects: [.person], objects: [.person]),
    Verb(base: "call", third: "calls", past: "called", ostrish: "hore", subjects: [.person], objects: [.person]),
    Verb(
      base: "carry", third: "carries", past: "carried", ostrish: "tumo", subjects: [.person, .vessel],
      objects: [.thing]),
    Verb(
      base: "bring", third: "brings", past: "brought", ostrish: "peki", subjects: [.person, .vessel],
      objects: [.thing, .person]),
    Verb(base: "buy", third: "buys", past: "bought", ostrish: "rasti", subjects: [.person], objects: [.thing]),
    Verb(base: "sell", third: "sells", past: "sold", ostrish: "kolpe", subjects: [.person], objects: [.thing]),
    Verb(
      base: "find", third: "finds", past: "found", ostrish: "luke", subjects: [.person], objects: [.thing, .person]),
    Verb(
      base: "paint", third: "paints", past: "painted", ostrish: "vermi", subjects: [.person],
      objects: [.vessel, .thing, .place]),
    Verb(
      base: "repair", third: "repairs", past: "repaired", ostrish: "sanoti", subjects: [.person],
      objects: [.vessel, .thing]),
    Verb(
      base: "know", third: "knows", past: "knew", ostrish: "timu", subjects: [.person], objects: [.person, .place]),
    Verb(
      base: "follow", third: "follows", past: "followed", ostrish: "selko", subjects: [.person, .vessel],
      objects: [.vessel]),
    Verb(
      base: "leave", third: "leaves", past: "left", ostrish: "paru", subjects: [.person, .vessel], objects: [.place]),
    Verb(
      base: "reach", third: "reaches", past: "reached", ostrish: "tolve", subjects: [.person, .vessel],
      objects: [.place]),
    Verb(
      base: "visit", third: "visits", past: "visited", ostrish: "keraso", subjects: [.person],
      objects: [.person, .place]),
  ]

  static let pronouns = [
    Pronoun(english: "I", ostrish: "mi"), Pronoun(english: "you", ostrish: "ti"),
    Pronoun(english: "we", ostrish: "mira"), Pronoun(english: "they", ostrish: "sena"),
  ]

  static let times = [
    TimeWord(english: "today", ostrish: "nuvo", tenses: [.present, .past, .future]),
    TimeWord(english: "yesterday", ostrish: "lesilo", tenses: [.past]),
    TimeWord(english: "tomorrow", ostrish: "lovani", tenses: [.future]),
    TimeWord(english: "in the morning", ostrish: "maleki", tenses: [.present, .past, .future]),
    TimeWord(english: "in the evening", ostrish: "noruke", tenses: [.present, .past, .future]),
    TimeWord(english: "on Sunday", ostrish: "hanelu", tenses: [.past, .future]),
    TimeWord(english: "in winter", ostrish: "kasimo", tenses: [.present, .past, .future]),
  ]

  /// Particles of Ostrish: tense (none for the present), negation, question.
  static let tenseParticles: [Tense: String] = [.past: "sa", .future: "vo"]
  static let negation = "ni"
  static let question = "ka"
  /// Endings of Ostrish: first the plural of noun and adjective, then "the" on the noun.
  static let plural = "n"
  static let definite = "ta"
}
