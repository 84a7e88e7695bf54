// What is it, what does it mean, what is it called, what is it for, what does it consist of?

extension AskedSentence {
  var definitions: [PairDraft] { meaning + definition + termAndPurpose }

  /// "A mooring line is a rope that holds the ferry."
  private var definition: [PairDraft] {
    guard let clause, ["is", "are"].contains(clause.verbWord), let first = clause.rest.first, clause.rest.count >= 3,
      ["a", "an", "the", "any", "one"].contains(words.words[first].lower), !clause.isNegative,
      words.lower(clause.subject) != ["you"], !hollow.contains(words.words[first + 1].lower),
      !words.lower(clause.subject).contains(where: EnglishWords.times.contains)
    else { return [] }
    let subject = words.lower(clause.subject)
    let isNamed = Person.isNamed(clause.subject, of: words)
    // "The mate is a sailor" says little of what a mate is; "the tower is the oldest building" does.
    if subject[0] == "the", subject.count == 2, words.words[first].lower != "the" { return [] }
    if isNamed, words.words[first].lower == "the" { return [] }
    let opening = isNamed || Person.isDefinite(clause.subject, of: words) ? "Who" : "What"
    let question = "\(opening) \(clause.verbWord) \(Subject.spoken(clause.subject, of: words, cases))"
    return [PairDraft(.definition, Asking.question(question), words.place(clause.rest))]
  }

  /// Predicates that do not say what something is: "is a problem".
  private var hollow: Set<String> {
    [
      "problem", "reason", "way", "lot", "bit", "few", "same", "case", "question", "matter", "pity", "result", "only",
      "exception", "good", "bad", "must", "little", "first", "last", "second", "next", "other", "following", "of",
    ]
  }

  /// "Slack water means the time between the tides."
  private var meaning: [PairDraft] {
    let phrases = [["means"], ["refers", "to"], ["stands", "for"], ["denotes"]]
    for place in words.words.indices.dropFirst().prefix(6) {
      guard
        let phrase = phrases.first(where: { phrase in
          words.words[place...].prefix(phrase.count).map(\.lower) == phrase
        })
      else { continue }
      let subject = 0..<place
      let rest = place + phrase.count..<count
      guard rest.count >= 2, !["that", "to", "you"].contains(words.words[rest.lowerBound].lower) else { return [] }
      let isQuoted = !words.words[0].before.isEmpty && words.words[place - 1].after.contains { "”\"’".contains($0) }
      guard isQuoted || Subject.isOne(subject, of: words) && !Subject.isPlural(subject, of: words) else { return [] }
      let name = isQuoted ? "“\(words.spoken(subject))”" : Subject.spoken(subject, of: words, cases)
      let verb = ["mean", "refer to", "stand for", "denote"][phrases.firstIndex(of: phrase) ?? 0]
      return [PairDraft(.definition, Asking.question("what does \(name) \(verb)"), words.place(rest))]
    }
    return []
  }

  /// "The time between the tides is called slack water." "The horn is used to warn others."
  private var termAndPurpose: [PairDraft] {
    guard let clause, clause.isBe, !clause.isNegative, clause.rest.count >= 2 else { return [] }
    let subject = Subject.spoken(clause.subject, of: words, cases)
    let first = clause.rest.lowerBound
    let lower = words.lower(clause.rest)
    if lower[0] == "called" || lower.starts(with: ["known", "as"]) {
      let term = first + (lower[0] == "called" ? 1 : 2)..<count
      guard (1...6).contains(term.count), words.isUnbroken(term) else { return [] }
      return [
        PairDraft(
          .term, Asking.question("what \(clause.verbWord) \(subject) \(lower[0] == "called" ? "called" : "known as")"),
          words.place(term))
      ]
    }
    if lower[0] == "used", ["to", "for"].contains(lower[1]), lower.count >= 4 {
      return [
        PairDraft(
          .purpose, Asking.question("what \(clause.verbWord) \(subject) used for"), words.place(first + 1..<count))
      ]
    }
    return []
  }

  var lists: [PairDraft] { announcedList + partList }

  /// "The set consists of a map, a lamp and a rope."
  private var partList: [PairDraft] {
    guard let clause, !clause.isNegative else { return [] }
    let lower = words.lower(clause.rest)
    let subject = Subject.spoken(clause.subject, of: words, cases)
    var verb = ""
    var start = clause.rest.lowerBound
    if let base = clause.base, base == "consist", lower.first == "of" {
      (verb, start) = ("consist of", start + 1)
    } else if let base = clause.base, ["include", "contain", "cover"].contains(base) {
      verb = base
    } else if clause.isBe,
      let phrase = [["made", "up", "of"], ["made", "of"], ["composed", "of"], ["divided", "into"]]
        .first(where: lower.starts(with:))
    {
      (verb, start) = (phrase.joined(separator: " "), start + phrase.count)
    }
    let items = start..<count
    guard !verb.isEmpty, items.count >= 2, isList(items) || verb.hasSuffix(" of") || verb.hasSuffix("into") else {
      return []
    }
    return [PairDraft(.list, Asking.question("what \(clause.support) \(subject) \(verb)"), words.place(items))]
  }

  /// "There are three kinds of ticket: single, return and weekly."
  private var announcedList: [PairDraft] {
    guard let colon = words.words.indices.first(where: { words.words[$0].after.contains(":") }), colon + 2 < count,
      isList(colon + 1..<count), words.isUnbroken(0..<colon + 1)
    else { return [] }
    let answer = words.place(colon + 1..<count)
    if words.lower(0..<2) == ["there", "are"], colon > 3, words.words[2].isNumber,
      !words.lower(2..<colon + 1).contains("a")
    {
      return [PairDraft(.list, Asking.question("what are the \(words.spoken(2..<colon + 1))"), answer)]
    }
    if let clause = Clause(words, in: 0..<colon + 1), let base = clause.base, let number = clause.rest.first,
      words.words[number].isNumber, clause.rest.count >= 2
    {
      let subject = Subject.spoken(clause.subject, of: words, cases)
      return [
        PairDraft(
          .list, Asking.question("what \(words.spoken(clause.rest)) \(clause.support) \(subject) \(base)"), answer)
      ]
    }
    return []
  }

  /// "a, b and c"
  private func isList(_ range: Range<Int>) -> Bool {
    let commas = range.dropLast().contains { words.words[$0].after == "," }
    return commas && words.lower(range).contains { $0 == "and" || $0 == "or" }
  }
}
