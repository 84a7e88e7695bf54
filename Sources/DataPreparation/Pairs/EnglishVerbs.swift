// Verbs and their forms: enough to turn "the gate closes" into "does the gate close". Regular forms are made here.

enum EnglishVerbs {
  enum Form: Equatable {
    /// "close", of several or after an auxiliary.
    case base
    /// "closes"
    case third
    /// "closed"
    case past
  }

  /// The verb a word is a form of; nil for no verb that is known. A word may be several forms ("cost").
  static func forms(of word: String) -> [(base: String, form: Form)] { table[word] ?? [] }

  static func isBase(_ word: String) -> Bool { forms(of: word).contains { $0.form == .base } }

  /// "closed", "written": what stands after "is". Any word in -ed counts, so that rare verbs do.
  static func isParticiple(_ word: String) -> Bool {
    (word.count > 3 && word.hasSuffix("ed") && word != "need") || participles.contains(word)
  }

  private static let regular = EnglishWords.words(
    """
    accept add admit advise agree allow announce answer apply arrive ask assign attach avoid board book call cancel carry \
    cause change charge check clean climb close collect command compare complete connect consist contain continue control \
    cook copy count cover create cross decide deliver depend describe deserve determine develop display divide drop earn \
    employ enable end enter establish exchange expire explain extend fail fasten fill finish follow form found handle \
    happen help hire identify improve include increase indicate inform inspect install involve issue join land last lead \
    learn leave light limit list live load lock look maintain make manage mark match measure meet mix monitor moor move \
    name need note notify obey occur offer open operate order organise organize own pack park pass pay perform permit \
    place plan play point prepare present prevent print process produce prohibit promise protect prove provide pull \
    punish push raise reach receive record reduce refer refund refuse release remain remove rent repair replace reply \
    report represent require reserve respond rest return sail save search serve share ship show sign signal solve sort \
    sound specify start state stay stop store study submit supply support switch test tie touch train transfer transport \
    travel treat try turn use verify visit wait walk want warn wash watch weigh welcome work
    """
  ).subtracting(irregular.map(\.base))

  /// Base, past, participle.
  private static let irregular: [(base: String, past: String, participle: String)] = [
    ("have", "had", "had"), ("do", "did", "done"), ("go", "went", "gone"), ("come", "came", "come"),
    ("become", "became", "become"), ("begin", "began", "begun"), ("bring", "brought", "brought"),
    ("build", "built", "built"), ("buy", "bought", "bought"), ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"), ("cost", "cost", "cost"), ("cut", "cut", "cut"), ("draw", "drew", "drawn"),
    ("drive", "drove", "driven"), ("eat", "ate", "eaten"), ("fall", "fell", "fallen"), ("feed", "fed", "fed"),
    ("find", "found", "found"), ("get", "got", "got"), ("give", "gave", "given"), ("grow", "grew", "grown"),
    ("hang", "hung", "hung"), ("hear", "heard", "heard"), ("hold", "held", "held"), ("keep", "kept", "kept"),
    ("know", "knew", "known"), ("lay", "laid", "laid"), ("lead", "led", "led"), ("leave", "left", "left"),
    ("lend", "lent", "lent"), ("let", "let", "let"), ("lie", "lay", "lain"), ("lose", "lost", "lost"),
    ("make", "made", "made"), ("mean", "meant", "meant"), ("meet", "met", "met"), ("pay", "paid", "paid"),
    ("put", "put", "put"), ("read", "read", "read"), ("ring", "rang", "rung"), ("rise", "rose", "risen"),
    ("run", "ran", "run"), ("say", "said", "said"), ("see", "saw", "seen"), ("sell", "sold", "sold"),
    ("send", "sent", "sent"), ("set", "set", "set"), ("shut", "shut", "shut"), ("sit", "sat", "sat"),
    ("speak", "spoke", "spoken"), ("spend", "spent", "spent"), ("stand", "stood", "stood"), ("take", "took", "taken"),
    ("teach", "taught", "taught"), ("tell", "told", "told"), ("think", "thought", "thought"),
    ("throw", "threw", "thrown"), ("wear", "wore", "worn"), ("win", "won", "won"), ("write", "wrote", "written"),
    ("bear", "bore", "born"), ("hit", "hit", "hit"), ("sleep", "slept", "slept"),
  ]

  /// Their last consonant is doubled before -ed.
  private static let doubling: Set<String> = [
    "stop", "plan", "ship", "drop", "permit", "refer", "occur", "submit", "admit", "transfer", "control", "cancel",
    "travel", "signal",
  ]

  private static let participles = Set(irregular.map(\.participle))

  private static let table: [String: [(base: String, form: Form)]] = {
    var table: [String: [(base: String, form: Form)]] = [:]
    for base in regular.sorted() {
      table[base, default: []].append((base, .base))
      table[third(base), default: []].append((base, .third))
      table[past(base), default: []].append((base, .past))
    }
    for (base, past, _) in irregular {
      table[base, default: []].append((base, .base))
      table[third(base), default: []].append((base, .third))
      table[past, default: []].append((base, .past))
    }
    return table
  }()

  static func third(_ base: String) -> String {
    if base == "have" { return "has" }
    if ["s", "x", "z", "ch", "sh", "o"].contains(where: base.hasSuffix) { return base + "es" }
    return endsInConsonantAndY(base) ? base.dropLast() + "ies" : base + "s"
  }

  private static func past(_ base: String) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if endsInConsonantAndY(base) { return base.dropLast() + "ied" }
    return doubling.contains(base) ? base + String(base.suffix(1)) + "ed" : base + "ed"
  }

  private static func endsInConsonantAndY(_ word: String) -> Bool {
    word.last == "y" && !"aeiou".contains(word.dropLast().last ?? "a")
  }
}
