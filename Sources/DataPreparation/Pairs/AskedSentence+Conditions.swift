// What if, under what condition, may one, how does one?

extension AskedSentence {
  var conditions: [PairDraft] { consequence + condition + permission }

  /// The first word behind which a comma stands.
  private var comma: Int? { words.words.indices.dropLast().first { words.words[$0].after == "," } }

  /// Whether the words from a place on tell the reader what to do.
  private func isAdvice(_ place: Int) -> Bool {
    guard place + 1 < count else { return false }
    let (first, second) = (words.words[place].lower, words.words[place + 1].lower)
    if first == "you" {
      return ["must", "should", "can", "may", "need", "might", "could", "will", "have"].contains(second)
    }
    if first == "you’ll" || first == "you'll" { return true }
    if first == "do" && second == "not" || first == "please" { return true }
    return EnglishVerbs.isBase(first) && !EnglishWords.auxiliaries.contains(second)
      && !EnglishVerbs.forms(of: second).contains { $0.form == .third && second != "its" }
      && !Set(["is", "has", "have"]).contains(second)
  }

  /// "If the alarm sounds, go to the muster station."
  private var consequence: [PairDraft] {
    guard let comma, ["if", "when"].contains(words.words[0].lower), (3...14).contains(comma + 1),
      words.isUnbroken(0..<comma + 1), count - comma - 1 >= 3
    else { return [] }
    let lower = words.lower(1..<comma + 1)
    guard
      !lower.contains(where: {
        EnglishWords.pointing.contains($0) && !["its", "their"].contains($0) || $0 == "there" && lower[0] != "there"
      }),
      !["using", "in", "not", "possible", "necessary", "needed", "you"].contains(lower[0]) || lower[0] == "you",
      Clause(words, in: 1..<comma + 1) != nil || lower[0] == "you" || lower.starts(with: ["there", "is"])
        || lower.starts(with: ["there", "are"]) || lower.starts(with: ["no"]),
      !vagueCondition(1..<comma + 1)
    else { return [] }
    let start = words.words[comma + 1].lower == "then" ? comma + 2 : comma + 1
    let condition = "\(words.words[0].lower) \(cases.midSentence(words.spoken(1..<comma + 1)))"
    let opening = isAdvice(start) ? "what should you do" : "what happens"
    guard count - start >= 2, isAdvice(start) || isStatement(start) else { return [] }
    return [PairDraft(.consequence, Asking.question("\(opening) \(condition)"), words.place(start..<count))]
  }

  /// Whether a main clause begins at a place.
  private func isStatement(_ start: Int) -> Bool {
    let openings: Set<String> = ["it", "they", "he", "she", "you", "there", "nothing", "nobody", "no"]
    return openings.contains(words.words[start].lower) || Clause(words, in: start..<count) != nil
  }

  private func vagueCondition(_ range: Range<Int>) -> Bool {
    guard let clause = Clause(words, in: range) else { return false }
    return words.lower(clause.subject) == ["you"] ? range.count < 3 : false
  }

  /// "Bicycles are carried free of charge if there is room."
  private var condition: [PairDraft] {
    guard let clause, !clause.isNegative, let place = words.first(["if"], from: clause.verb + 1),
      words.isUnbroken(clause.rest), count - place >= 3, place > clause.verb + 1 || !clause.isAuxiliary,
      !["as", "even", "whether"].contains(words.words[place - 1].lower)
    else { return [] }
    let hasOnly = words.words[place - 1].lower == "only"
    let question = clause.question("Under what condition", upTo: hasOnly ? place - 1 : place, cases: cases)
    return [PairDraft(.condition, question, words.place(place..<count))]
  }

  /// "Dogs must be kept on a lead."
  private var permission: [PairDraft] {
    guard let clause, clause.isAuxiliary, words.isUnbroken(0..<count), clause.rest.count <= 14, byDoing.isEmpty,
      condition.isEmpty
    else {
      return []
    }
    let rest = words.lower(clause.rest)
    let rules: Set<String> = [
      "allowed", "permitted", "forbidden", "prohibited", "required", "obligatory", "free", "included",
    ]
    let isRule =
      ["can", "may", "must", "cannot"].contains(clause.verbWord)
      && EnglishVerbs.isBase(
        rest[0] == "not" ? rest.dropFirst().first ?? "" : rest[0] == "only" ? rest.dropFirst().first ?? "" : rest[0])
      || ["can", "may", "must", "cannot"].contains(clause.verbWord) && rest.contains("be")
      || clause.isBe && rest.prefix(2).contains(where: rules.contains)
    guard isRule, !rest.contains(where: { ["because", "so", "but", "while", "although"].contains($0) }) else {
      return []
    }
    let question = clause.question("", upTo: count, leavingOut: ["not", "only", "never", "also"], cases: cases)
    return [PairDraft(.permission, question, whole)]
  }

  /// All of the sentence, without the mark of a list's item before it.
  private var whole: Range<Int> {
    let start = words.words[0].range.lowerBound
    let isQuoted = start > 0 && words.words[0].before.last.map { "“\"(".contains($0) } ?? false
    return (isQuoted ? start - 1 : start)..<words.scalars.count
  }

  var manners: [PairDraft] { purposeFirst + byDoing }

  /// "To cancel a ticket, go to the office."
  private var purposeFirst: [PairDraft] {
    guard let comma, words.words[0].lower == "to", comma >= 2, comma <= 12, EnglishVerbs.isBase(words.words[1].lower),
      words.isUnbroken(0..<comma + 1), count - comma - 1 >= 2, isAdvice(comma + 1)
    else { return [] }
    return [
      PairDraft(.manner, Asking.question("how do you \(words.spoken(1..<comma + 1))"), words.place(comma + 1..<count))
    ]
  }

  /// "You can cancel a ticket by calling the office."
  private var byDoing: [PairDraft] {
    guard let clause, clause.isAuxiliary, !clause.isNegative, words.isUnbroken(clause.rest),
      let by = words.words.indices.dropFirst(clause.verb + 2).first(where: { place in
        words.words[place].lower == "by" && place + 1 < count && words.words[place + 1].lower.hasSuffix("ing")
      })
    else { return [] }
    return [PairDraft(.manner, clause.question("How", upTo: by, cases: cases), words.place(by..<count))]
  }
}
