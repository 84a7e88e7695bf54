// A sentence in both languages, and which words belong together.

public struct PhrasebookEntry: Hashable, Sendable {
  /// Tokens; the last is "." or "?".
  public let english: [String]
  public let ostrish: [String]
  /// Places of tokens that translate each other, in order. One word may belong to several, and some to none: "does" and
  /// "is" where Ostrish needs no word.
  public let alignment: [Link]
  public let constructions: Set<Construction>
  /// Nil for a sentence without a verb in Ostrish.
  public let combination: Combination?

  public struct Link: Hashable, Sendable {
    public let english: Int
    public let ostrish: Int
  }

  init(_ meaning: Meaning) {
    let words = (Phrasebook.Language.english.sentence(meaning), Phrasebook.Language.ostrish.sentence(meaning))
    english = words.0.map(\.text)
    ostrish = words.1.map(\.text)
    constructions = meaning.constructions
    combination = meaning.combination
    alignment = words.0.indices.flatMap { left in
      words.1.indices.filter { !words.0[left].parts.isDisjoint(with: words.1[$0].parts) }
        .map { Link(english: left, ostrish: $0) }
    }
  }

  public func text(_ language: Phrasebook.Language) -> String {
    WordTokens.joined(language == .english ? english : ostrish)
  }
}
