// Who is a person: by title, by two names, or by what they do.

enum Person {
  /// "Captain Holt", "Brenna Holt".
  static func isNamed(_ range: Range<Int>, of sentence: SentenceWords) -> Bool {
    let words = sentence.words[range]
    guard (2...4).contains(words.count), let first = words.first,
      words.allSatisfy({ $0.isCapitalised && !$0.hasDigit && $0.text.count > 1 && $0.text != $0.text.uppercased() }),
      sentence.isUnbroken(range)
    else { return false }
    return EnglishWords.titles.contains(first.lower)
  }

  /// "the mate", "passengers".
  static func isDefinite(_ range: Range<Int>, of sentence: SentenceWords) -> Bool {
    let words = sentence.lower(range)
    guard (1...4).contains(words.count), let last = words.last, EnglishWords.people.contains(last),
      sentence.isUnbroken(range)
    else { return false }
    return words[0] == "the" || words.count == 1 && last.hasSuffix("s")
      || words.count > 1 && !EnglishWords.determiners.contains(words[0]) && last.hasSuffix("s")
  }
}
