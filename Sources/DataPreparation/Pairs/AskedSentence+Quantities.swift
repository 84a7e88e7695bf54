// How much, how many, how long?

extension AskedSentence {
  /// A number with what stands before it, and its unit.
  private struct Amount {
    /// The words of it, "up to" included.
    var range: Range<Int>
    var unit: String
  }

  /// "two crowns", "up to 12.50 euros", "€4": at a word.
  private func amount(at start: Int, of units: Set<String>) -> Amount? {
    let number = numberPlace(start)
    guard number < count, words.words[number].isNumber else { return nil }
    let place = lastOfNumber(number)
    if units == EnglishWords.currencies, words.words[place].text.contains(where: { "€$£".contains($0) }) {
      return Amount(range: start..<place + 1, unit: "€")
    }
    guard place + 1 < count, units.contains(words.words[place + 1].lower), words.words[place].after.isEmpty else {
      return nil
    }
    return Amount(range: start..<place + 2, unit: words.words[place + 1].lower)
  }

  /// The last word of a number of several words: "two hundred and twenty".
  private func lastOfNumber(_ first: Int) -> Int {
    var last = first
    while last + 1 < count, words.words[last].after.isEmpty, !words.words[last].hasDigit {
      if words.words[last + 1].isNumber {
        last += 1
      } else if words.words[last + 1].lower == "and", last + 2 < count, words.words[last + 2].isNumber,
        ["hundred", "thousand"].contains(words.words[last].lower)
      {
        last += 2
      } else {
        break
      }
    }
    return last
  }

  /// Where the number ends with which the sentence begins, "a hundred and thirty" too; 0 if it begins with none.
  var firstBehindNumber: Int {
    guard count > 2 else { return 0 }
    let isRound = words.words[0].lower == "a" && ["hundred", "thousand", "dozen"].contains(words.words[1].lower)
    return isRound ? lastOfNumber(1) + 1 : words.words[0].isNumber ? lastOfNumber(0) + 1 : 0
  }

  /// Behind "about", "up to", "at most", "at least".
  private func numberPlace(_ start: Int) -> Int {
    guard start + 1 < count else { return start }
    let two = words.lower(start..<start + 2)
    if [["up", "to"], ["at", "most"], ["at", "least"], ["more", "than"], ["less", "than"]].contains(two) {
      return start + 2
    }
    return ["about", "around", "some", "only", "roughly", "nearly", "exactly"].contains(two[0]) ? start + 1 : start
  }

  /// Where the object of the clause begins, and the verb as the question has it.
  private func object(_ clause: Clause) -> (start: Int, verb: String)? {
    if let base = clause.base { return (clause.verb + 1, base) }
    let next = clause.verb + 1
    guard !clause.isBe, next + 1 < count, EnglishVerbs.isBase(words.words[next].lower) else { return nil }
    return (next + 1, words.words[next].lower)
  }

  /// What follows up to the end, as the tail of a question; nil if it holds more than a phrase.
  private func tail(_ start: Int) -> String? {
    if start == count || start + 1 < count && words.words[start].lower == "and" && words.words[start + 1].isNumber {
      return ""
    }
    guard words.isUnbroken(max(0, start - 1)..<count), count - start <= 8,
      EnglishWords.prepositions.contains(words.words[start].lower)
        || ["a", "per", "each"].contains(words.words[start].lower),
      !words.lower(start..<count).contains(where: {
        EnglishWords.auxiliaries.contains($0) || ["which", "that", "and", "or", "but"].contains($0)
      })
    else { return nil }
    return " " + words.spoken(start..<count)
  }

  var amounts: [PairDraft] {
    guard let clause, !clause.isNegative else { return [] }
    let subject = Subject.spoken(clause.subject, of: words, cases)
    var drafts: [PairDraft] = []
    func ask(_ pattern: PairPattern, _ opening: String, _ verb: String, _ amount: Amount, from start: Int) {
      guard let tail = tail(start) else { return }
      drafts.append(
        PairDraft(
          pattern, Asking.question("\(opening) \(clause.support) \(subject)\(verb.isEmpty ? "" : " " + verb)\(tail)"),
          words.place(amount.range)))
    }
    if let (start, verb) = object(clause) {
      if ["cost", "pay"].contains(verb), let amount = amount(at: start, of: EnglishWords.currencies) {
        ask(.amount, "how much", verb, amount, from: amount.range.upperBound)
      } else if ["take", "last"].contains(verb), let amount = amount(at: start, of: EnglishWords.durations) {
        ask(.duration, "how long", verb, amount, from: amount.range.upperBound)
      } else if verb == "weigh", let amount = amount(at: start, of: EnglishWords.weights) {
        ask(.amount, "how much", verb, amount, from: amount.range.upperBound)
      }
    } else if clause.isBe, ["is", "was"].contains(clause.verbWord) {
      let start = clause.verb + 1
      if let amount = amount(at: start, of: EnglishWords.currencies) {
        ask(.amount, "how much", "", amount, from: amount.range.upperBound)
      } else if let amount = amount(at: start, of: EnglishWords.lengths), amount.range.upperBound < count,
        ["long", "wide", "high", "deep", "tall", "thick"].contains(words.words[amount.range.upperBound].lower)
      {
        let measure = words.words[amount.range.upperBound].lower
        ask(.amount, "how \(measure)", "", amount, from: amount.range.upperBound + 1)
      }
    }
    return drafts + staying(clause)
  }

  /// "A ticket is valid for 14 days."
  private func staying(_ clause: Clause) -> [PairDraft] {
    guard let place = words.first(["for", "within"], from: clause.verb + 1),
      let amount = amount(at: place + 1, of: EnglishWords.durations), amount.range.upperBound == count,
      words.isUnbroken(clause.rest), place > clause.verb + 1
    else { return [] }
    let opening = words.words[place].lower == "for" ? "How long" : "How soon"
    return [PairDraft(.duration, clause.question(opening, upTo: place, cases: cases), words.place(place..<count))]
  }

  var counts: [PairDraft] { ownedCount + thereAreCount + subjectCount }

  /// Things that are counted at a word: "120 passengers", where the number ends and where the things do.
  private func things(at start: Int) -> (number: Range<Int>, things: Range<Int>)? {
    let first = numberPlace(start)
    guard first < count, words.words[first].isNumber else { return nil }
    let place = lastOfNumber(first)
    guard place + 1 < count, words.words[place].lower != "one",
      !words.words[place].text.contains(where: { "€$£%".contains($0) }), words.words[place].after.isEmpty
    else { return nil }
    func phraseEnd(_ start: Int) -> Int {
      words.words.indices.dropFirst(start).first {
        EnglishWords.prepositions.contains(words.words[$0].lower)
          || EnglishWords.auxiliaries.contains(words.words[$0].lower)
          || !words.words[$0 - 1].after.isEmpty && $0 > place + 1 || words.words[$0].lower == "and"
      } ?? count
    }
    let head = place + 1..<phraseEnd(place + 1)
    // "310 tonnes of pulp" are asked for together.
    let isMeasured = head.upperBound < count && words.words[head.upperBound].lower == "of"
    let things = place + 1..<(isMeasured ? phraseEnd(head.upperBound + 1) : head.upperBound)
    guard (1...3).contains(head.count), things.count <= 6, words.isUnbroken(things), let last = words.lower(head).last,
      last.hasSuffix("s") && !last.hasSuffix("ss") || ["people", "children", "men", "women"].contains(last),
      !EnglishWords.currencies.contains(last), !EnglishWords.durations.contains(last),
      !EnglishWords.lengths.contains(last),
      !words.lower(head).contains(where: { ["and", "or", "more", "other"].contains($0) })
    else { return nil }
    return (start..<place + 1, things)
  }

  /// "The Gull carries 120 passengers."
  private var ownedCount: [PairDraft] {
    guard let clause, !clause.isNegative, let (start, verb) = object(clause), let (number, things) = things(at: start),
      let tail = tail(things.upperBound)
    else { return [] }
    let subject = Subject.spoken(clause.subject, of: words, cases)
    let question = "how many \(words.spoken(things)) \(clause.support) \(subject) \(verb)\(tail)"
    return [PairDraft(.count, Asking.question(question), words.place(number))]
  }

  /// "There are twelve boats in the harbour."
  private var thereAreCount: [PairDraft] {
    guard count > 3, words.lower(0..<2) == ["there", "are"] || words.lower(0..<2) == ["there", "were"],
      let (number, things) = things(at: 2), let tail = tail(things.upperBound)
    else { return [] }
    let question = "how many \(words.spoken(things)) \(words.words[1].lower) there\(tail)"
    return [PairDraft(.count, Asking.question(question), words.place(number))]
  }

  /// "Forty people live on Birk."
  private var subjectCount: [PairDraft] {
    let number = 0..<firstBehindNumber
    guard let clause, !number.isEmpty, number.upperBound < clause.subject.upperBound, words.words[0].lower != "one",
      !clause.isNegative, words.isUnbroken(0..<count), Subject.isPlural(clause.subject, of: words),
      !["of", "more", "other"].contains(words.words[number.upperBound].lower),
      !EnglishWords.durations.contains(words.words[number.upperBound].lower)
    else { return [] }
    let question = "how many \(words.spoken(number.upperBound..<count))"
    return [PairDraft(.count, Asking.question(question), words.place(number))]
  }
}
