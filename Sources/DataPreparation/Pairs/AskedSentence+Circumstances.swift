// When, how often, where, who, why, what?

extension AskedSentence {
  var circumstances: [PairDraft] {
    guard let clause, !clause.isNegative, words.isUnbroken(clause.rest) else { return [] }
    return (times(clause) + occasions(clause) + places(clause)).filter { !$0.question.contains(" if ") }
  }

  /// Whether what stands before a time or a place leaves no doubt that it belongs to the verb: not "jerseys every year
  /// and oilskins every third".
  private func isSingle(_ range: Range<Int>) -> Bool {
    range.allSatisfy { place in
      !["and", "or", "but"].contains(words.words[place].lower) && !isClock(place)
        && (!EnglishWords.times.contains(words.words[place].lower)
          || EnglishWords.durations.contains(words.words[place].lower))
    }
  }

  /// Where "by Jens Holm" begins, if the sentence ends with who did it.
  private var agent: Int? {
    guard let clause, clause.isBe, EnglishVerbs.isParticiple(words.words[clause.verb + 1].lower),
      let by = words.first(["by"], from: clause.verb + 2), by + 1 < count
    else { return nil }
    let who = by + 1..<count
    let isName =
      words.isUnbroken(who) && who.count <= 4 && words.words[who].allSatisfy { $0.isCapitalised && !$0.hasDigit }
      && !words.lower(who).contains(where: EnglishWords.times.contains)
    return isName || Person.isDefinite(who, of: words) ? by : nil
  }

  // MARK: Times

  private func times(_ clause: Clause) -> [PairDraft] {
    let end = agent ?? count
    guard let place = (clause.verb + 1..<end).first(where: { isTime($0..<end) }),
      place > clause.verb + 1 || clause.isBe || !clause.isAuxiliary, isSingle(clause.verb + 1..<place)
    else { return [] }
    let first = words.words[place].lower
    let opening =
      switch first {
      case "every", "each", "once", "twice": "How often"
      case "until", "since": "\(first) when"
      default: "When"
      }
    let pattern: PairPattern = opening == "How often" ? .frequency : .time
    return [PairDraft(pattern, clause.question(opening, upTo: place, cases: cases), words.place(place..<end))]
  }

  /// Whether some words, up to the end, are a time and nothing else: "at 8.30 on weekdays".
  private func isTime(_ range: Range<Int>) -> Bool {
    let lower = words.lower(range)
    guard let first = lower.first, lower.count <= 10 else { return false }
    if ["once", "twice"].contains(first) {
      return lower.count == 3 && lower[1] == "a" && EnglishWords.durations.contains(lower[2])
    }
    if ["every", "each"].contains(first) {
      return lower.count <= 4 && EnglishWords.times.contains(lower[lower.count - 1])
    }
    guard ["at", "on", "in", "by", "before", "after", "until", "from", "between", "during", "since"].contains(first),
      lower.count >= 2
    else { return false }
    guard range.allSatisfy({ isTimeWord($0) || EnglishWords.timeJoints.contains(words.words[$0].lower) }) else {
      return false
    }
    let vague = EnglishWords.durations
    return range.contains { place in
      isClock(place)
        || EnglishWords.times.contains(words.words[place].lower) && !vague.contains(words.words[place].lower)
    }
  }

  private func isTimeWord(_ place: Int) -> Bool {
    isClock(place) || EnglishWords.times.contains(words.words[place].lower) || words.words[place].isNumber
  }

  /// 8.30, 08:30, "at eight", "in 1987".
  private func isClock(_ place: Int) -> Bool {
    let word = words.words[place]
    let digits = word.text.split(whereSeparator: { ".:".contains($0) })
    if digits.count == 2, digits.allSatisfy({ $0.allSatisfy(\.isNumber) }), digits[1].count == 2, digits[0].count <= 2 {
      return true
    }
    guard place > 0 else { return false }
    let before = words.words[place - 1].lower
    if word.text.count == 4, let year = Int(word.text), (1000...2100).contains(year) { return true }
    return word.isNumber
      && ["at", "until", "from", "before", "after", "between", "and", "to", "past", "by"].contains(before)
      && (word.hasDigit ? Int(word.text).map { (0...24).contains($0) } ?? false : true)
  }

  /// "Boarding starts when the mate opens the gate."
  private func occasions(_ clause: Clause) -> [PairDraft] {
    guard let place = words.first(["when"], from: clause.verb + 1), count - place >= 4,
      place > clause.verb + 1 || !clause.isAuxiliary, words.first(["when"], from: place + 1) == nil,
      !Self.telling.contains(clause.base ?? "")
    else { return [] }
    return [PairDraft(.time, clause.question("When", upTo: place, cases: cases), words.place(place..<count))]
  }

  /// "Decides when it is safe": what is decided, not the time of deciding.
  private static let telling: Set<String> = [
    "decide", "say", "know", "tell", "see", "ask", "check", "show", "specify", "determine", "indicate", "explain",
  ]

  // MARK: Places

  private func places(_ clause: Clause) -> [PairDraft] {
    let stays: Set<String> = [
      "lie", "stand", "live", "land", "stop", "wait", "sit", "meet", "park", "stay", "hang", "sleep", "board", "begin",
      "start", "end", "hold", "happen", "dock",
    ]
    let passive = clause.rest.contains { EnglishVerbs.isParticiple(words.words[$0].lower) }
    guard let place = clause.rest.first(where: { isPlace($0..<count) }) else { return [] }
    let isStaying = clause.base.map(stays.contains) ?? false
    // Behind a verb that stays the place must follow at once: else it may belong to what stands between.
    guard
      clause.isBe && (place == clause.verb + 1 || passive) || isStaying && place == clause.verb + 1
        || clause.isAuxiliary && passive || words.lower(clause.subject) == ["you"] && place > clause.verb + 2
    else { return [] }
    guard isSingle(clause.verb + 1..<place) else { return [] }
    return [PairDraft(.place, clause.question("Where", upTo: place, cases: cases), words.place(place..<count))]
  }

  /// "at the end of the east quay", "on Birk".
  private func isPlace(_ range: Range<Int>) -> Bool {
    let lower = words.lower(range)
    let openings: Set<String> = [
      "at", "in", "on", "behind", "beside", "near", "opposite", "inside", "outside", "under", "between", "next",
    ]
    guard let first = lower.first, openings.contains(first), (2...9).contains(lower.count),
      !lower.contains(where: {
        EnglishWords.auxiliaries.contains($0) || ["which", "that", "who", "when", "if", "because"].contains($0)
      }),
      let last = words.words[range].last
    else { return false }
    // "on a lead on deck": a lead is no place, so the place begins later.
    let inner =
      range.dropFirst(2).first { EnglishWords.prepositions.contains(words.words[$0].lower) } ?? range.upperBound
    let sides: Set<String> = [
      "end", "side", "top", "bottom", "back", "front", "foot", "corner", "middle", "centre", "left", "right",
    ]
    let head = words.words[inner - 1].lower
    guard inner == range.upperBound || EnglishWords.places.contains(head) || sides.contains(head) else { return false }
    let isName = last.isCapitalised && !EnglishWords.times.contains(last.lower) && range.count <= 4
    return isName || EnglishWords.places.contains(last.lower)
  }

  // MARK: Persons

  var persons: [PairDraft] {
    guard let clause, words.isUnbroken(0..<count) else { return [] }
    var drafts: [PairDraft] = []
    let isNamed = Person.isNamed(clause.subject, of: words)
    // "Captain Holt is the master of the Gull": who is it? "The mate opens the gate": who does?
    let isEssence = clause.isBe && ["the"].contains(words.words[clause.verb + 1].lower)
    let acts = !clause.isBe && clause.support != "do"
    if isNamed && (isEssence || acts) || Person.isDefinite(clause.subject, of: words) && acts {
      if !clause.isNegative, clause.rest.count >= 2 {
        let question = Asking.question("who \(words.spoken(clause.verb..<count))")
        drafts.append(PairDraft(.person, question, words.place(clause.subject)))
      }
    }
    if let agent, !clause.isNegative, agent - clause.verb <= 6 {
      let end = (clause.verb + 2..<agent).first { isTime($0..<agent) } ?? agent
      let question = Asking.question(String(clause.question("Who", upTo: end, cases: cases).dropLast()) + " by")
      drafts.append(PairDraft(.person, question, words.place(agent + 1..<count)))
    }
    return drafts
  }

  // MARK: Reasons and objects

  /// "The gate is closed because the tide is low."
  var reasons: [PairDraft] {
    guard let clause, let place = words.first(["because"], from: clause.verb + 1), count - place >= 3,
      words.isUnbroken(clause.verb + 1..<place), place > clause.verb + 1 || !clause.isAuxiliary,
      words.words[place + 1].lower != "of" || count - place >= 4
    else { return [] }
    return [PairDraft(.reason, clause.question("Why", upTo: place, cases: cases), words.place(place..<count))]
  }

  /// "The deposit covers damage to the cabin."
  var objects: [PairDraft] {
    let plain: Set<String> = [
      "cover", "require", "need", "contain", "show", "describe", "provide", "measure", "produce", "represent", "sell",
      "prevent", "prohibit", "determine", "specify", "indicate", "replace", "store", "cause",
    ]
    guard let clause, clause.support == "does", let base = clause.base, plain.contains(base), !clause.isNegative,
      words.isUnbroken(clause.rest), (2...12).contains(clause.rest.count), !isDoubtfulObject(clause.rest),
      lists.isEmpty, circumstances.isEmpty, counts.isEmpty
    else { return [] }
    return [PairDraft(.object, clause.question("What", upTo: clause.verb + 1, cases: cases), words.place(clause.rest))]
  }

  private func isDoubtfulObject(_ range: Range<Int>) -> Bool {
    let first = words.words[range.lowerBound].lower
    return EnglishWords.prepositions.contains(first) || EnglishWords.pointing.contains(first)
      || ["that", "how", "what", "whether", "when", "if"].contains(first)
      || words.lower(range).contains { ["when", "if", "because", "while", "but", "so", "unless"].contains($0) }
  }
}
