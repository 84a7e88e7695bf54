// The phrasebook: sentences in English and in Ostrish, in any number, and translation both ways.

/// English beside Ostrish, the invented old language of the Harbour Lines islands.
///
/// Ostrish says time, particles, verb, object, subject: "The young captain will not carry the letters today." is
/// "Nuvo vo ni tumo lipuronta kaverota miki." (today, future, not, carry, letters-the, captain-the, young). The adjective
/// follows its noun and takes its plural; there is no word for "a"; a question ends in "ka".
///
/// Every sentence has exactly one translation, and the translation of the translation is the sentence again.
public struct Phrasebook: Sendable {
  /// The sentences of each language, one a line. Both have the same entropy for a sentence: what is said is the same.
  public let english: Corpus
  public let ostrish: Corpus

  public init() {
    english = Corpus("English phrases", PhrasebookRules(language: .english).all)
    ostrish = Corpus("Ostrish phrases", PhrasebookRules(language: .ostrish).all)
  }

  /// The nats of one sentence, and so of one entry: who knows the English has nothing left to learn from the Ostrish.
  public var entropyPerEntry: Double { english.grammar.entropyPerDocument }

  /// Entries for ever; splits and seeds as in `Corpus.documents`.
  public func entries(_ split: Corpus.Split = .training, seed: Int = 0) -> some Sequence<PhrasebookEntry> {
    english.documents(split, seed: seed).lazy.map { document in
      do { return try entry(document.text, in: .english) } catch { preconditionFailure("phrasebook: \(error)") }
    }
  }

  /// A sentence in the other language.
  public func translate(_ sentence: String, from language: Language) throws(TranslationError) -> String {
    try entry(sentence, in: language).text(language.other)
  }

  /// The entry of a sentence, with its alignment.
  public func entry(_ sentence: String, in language: Language) throws(TranslationError) -> PhrasebookEntry {
    PhrasebookEntry(try SentenceParser.meaning(sentence, language))
  }

  /// The dictionary: nouns, adjectives, verbs, pronouns and words of time, in their basic forms.
  public var words: [(english: String, ostrish: String)] {
    Lexicon.nouns.map { ($0.one, $0.ostrish) } + Lexicon.adjectives.map { ($0.english, $0.ostrish) }
      + Lexicon.verbs.map { ($0.base, $0.ostrish) } + Lexicon.pronouns.map { ($0.english, $0.ostrish) }
      + Lexicon.times.map { ($0.english, $0.ostrish) }
  }
}
