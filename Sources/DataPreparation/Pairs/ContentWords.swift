// The words of a text that say what it is about, without their endings.

enum ContentWords {
  private static let empty = EnglishWords.determiners.union(EnglishWords.prepositions)
    .union(EnglishWords.auxiliaries).union(EnglishWords.pointing)
    .union(
      EnglishWords.words(
        "what when where who whom whose why how which much many long often soon and or but not do does did has have had be "
          + "been being you condition happens if because so than that missing number name"))

  /// In their order, each as often as it stands there.
  static func of(_ text: String) -> [String] {
    SentenceWords(Array(text.unicodeScalars)).words.map(\.lower).filter { !empty.contains($0) }.map(stem)
  }

  /// The share of some words that are among others; 1 if there are none.
  static func share(of words: [String], in others: [String]) -> Double {
    let others = Set(others)
    return words.isEmpty ? 1 : Double(words.count(where: others.contains)) / Double(words.count)
  }

  /// "closes", "closed", "closing" → "clos": enough to see that they are the same word.
  static func stem(_ word: String) -> String {
    for ending in ["ies", "ing", "ied", "es", "ed", "s", "e", "y"] where word.hasSuffix(ending) {
      let rest = word.dropLast(ending.count)
      if rest.count >= 3, !(ending == "s" && rest.last == "s") { return String(rest) }
    }
    return word
  }
}
