// What may be the subject of a question, and how it is said in the middle of one.

enum Subject {
  /// Whether some words at the beginning of a clause name something, to a reader who has read nothing else.
  static func isOne(_ range: Range<Int>, of sentence: SentenceWords) -> Bool {
    let words = sentence.words[range]
    guard (1...8).contains(words.count), let first = words.first, let last = words.last,
      sentence.isUnbroken(range), first.before.isEmpty, last.after.isEmpty
    else { return false }
    if words.count == 1, first.lower == "you" { return true }
    let hasDeterminer = EnglishWords.determiners.contains(first.lower)
    guard !EnglishWords.openings.contains(first.lower), !first.lower.hasSuffix("ly"),
      !words.contains(where: { EnglishWords.pointing.contains($0.lower) || isJoint($0.lower) }),
      !EnglishWords.prepositions.contains(last.lower), !EnglishWords.determiners.contains(last.lower),
      !last.lower.hasSuffix("ly"), words.count > 1 || !hasDeterminer,
      !words.dropFirst().contains(where: { $0.lower == "not" || $0.lower == "never" || $0.lower == "only" })
    else { return false }
    // "Cutting the rope is": a deed, not a thing.
    if first.lower.hasSuffix("ing"), words.count > 1,
      EnglishWords.determiners.contains(words[range.lowerBound + 1].lower)
    {
      return false
    }
    if isVague(words.map(\.lower)) { return false }
    // "Each autumn the press": a time, and then the subject.
    for place in range.dropFirst() where EnglishWords.determiners.contains(sentence.words[place].lower) {
      let before = sentence.words[place - 1].lower
      guard EnglishWords.prepositions.contains(before) || ["and", "or", "all", "both"].contains(before) else {
        return false
      }
    }
    // Without an article it names something if it is a name, a number of things, or a single word.
    return hasDeterminer || words.count == 1 || first.isNumber || first.isCapitalised
  }

  static func isPlural(_ range: Range<Int>, of sentence: SentenceWords) -> Bool {
    let lower = sentence.lower(range)
    if lower == ["you"] || lower.contains("and") { return true }
    // The head is what stands before "of", "to", "with" …
    let head =
      lower.dropFirst().firstIndex { EnglishWords.prepositions.contains($0) }.map { lower[$0 - 1] }
      ?? lower[lower.count - 1]
    if ["people", "children", "staff", "men", "women"].contains(head) { return true }
    return head.hasSuffix("s") && !["ss", "us", "is"].contains(where: head.hasSuffix)
      && !["a", "an", "each", "every"].contains(lower[0])
  }

  /// As it is said in the middle of a question: "the office", "I".
  static func spoken(_ range: Range<Int>, of sentence: SentenceWords, _ cases: WordCases) -> String {
    cases.midSentence(sentence.spoken(range))
  }

  /// "The result", "the smallest sum", "the trip in May": a reader who has read nothing else asks which.
  private static func isVague(_ words: [String]) -> Bool {
    let vague = words.first == "the" ? EnglishWords.vague.union(EnglishWords.pointedAt) : EnglishWords.vague
    var named = words.drop { EnglishWords.determiners.contains($0) }
    if named.count > 1, named.first?.hasSuffix("est") == true { named.removeFirst() }
    guard let head = named.first else { return true }
    guard let next = named.dropFirst().first else { return vague.contains(head) }
    return vague.contains(head) && EnglishWords.prepositions.contains(next)
      && !["of", "for", "to", "between"].contains(next)
  }

  private static func isJoint(_ word: String) -> Bool {
    EnglishWords.auxiliaries.contains(word) || joints.contains(word)
  }

  private static let joints = EnglishWords.words(
    "that which who whose whom where when while if unless because although than whether as but or has have had does do did "
      + "how what why")
}
