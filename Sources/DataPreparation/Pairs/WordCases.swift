// Which words a text writes with a capital letter because they are names, and which only because a sentence begins.

struct WordCases {
  private var small = Set<String>()
  private var names = Set<String>()

  /// - Parameter sentences: of the text, or of the part of it that is known.
  init(_ sentences: some Sequence<SentenceWords>) {
    for sentence in sentences {
      for (place, word) in sentence.words.enumerated() {
        if !word.isCapitalised {
          small.insert(word.lower)
        } else if place > 0, !sentence.words[place - 1].after.contains(where: { ".:!?".contains($0) }),
          word.before.isEmpty
        {
          names.insert(word.lower)
        }
      }
    }
  }

  /// A phrase from the beginning of a sentence as it stands in the middle of one.
  func midSentence(_ phrase: String) -> String {
    let first = phrase.prefix { $0 != " " }
    let lower = first.lowercased()
    let hasInnerCapital = first.dropFirst().contains { $0.isUppercase || $0.isNumber }
    let isName = names.contains(lower) && !small.contains(lower) || hasInnerCapital || lower == "i"
    // A single unknown word in front of a name is one, too: "Captain Holt".
    let second = phrase.dropFirst(first.count + 1).first
    let isBeforeName =
      second?.isUppercase == true && !EnglishWords.determiners.contains(lower) && !small.contains(lower)
    return isName || isBeforeName ? phrase : lower + phrase.dropFirst(first.count)
  }
}
