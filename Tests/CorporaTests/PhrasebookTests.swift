import Testing

@testable import Corpora

@Suite("The phrasebook") struct PhrasebookTests {
  private let book = Phrasebook()

  @Test("every sentence of either language comes back from the other")
  func roundTrip() throws {
    for (corpus, language) in [(book.english, Phrasebook.Language.english), (book.ostrish, .ostrish)] {
      for document in corpus.documents(seed: 1).prefix(1_500) {
        let sentence = WordTokens.joined(document.tokens.dropLast())
        let other = try book.translate(sentence, from: language)
        #expect(try book.translate(other, from: language.other) == sentence)
        #expect(other != sentence)
      }
    }
  }

  @Test(
    "these sentences mean each other",
    arguments: [
      ("The ferry carries the letters.", "Tumo lipuronta keluta."),
      ("The young captain will not carry the letters today.", "Nuvo vo ni tumo lipuronta kaverota miki."),
      ("Did small boats follow a white ship in the morning?", "Maleki sa selko torvasa salo vankin ninin ka?"),
      ("I am tired.", "Valpe mi."),
      ("Will the ferries not be late on Sunday?", "Hanelu vo ni rasu kelunta ka?"),
      ("They reached Birk yesterday.", "Lesilo sa tolve Birk sena."),
      ("The kind teacher was ready.", "Sa pilo lomirata holu."),
    ])
  func examples(english: String, ostrish: String) throws {
    #expect(try book.translate(english, from: .english) == ostrish)
    #expect(try book.translate(ostrish, from: .ostrish) == english)
  }

  @Test("both languages carry the same nats a sentence")
  func entropy() {
    #expect(abs(book.english.grammar.entropyPerDocument - book.ostrish.grammar.entropyPerDocument) < 1e-9)
    #expect(abs(book.entropyPerEntry - book.english.grammar.entropyPerDocument) < 1e-12)
  }

  @Test("a sentence and its translation are equally probable")
  func probabilities() {
    var english = Reader(book.english.grammar)
    var ostrish = Reader(book.ostrish.grammar)
    for entry in book.entries(seed: 2).prefix(6) {
      let left = english.logProbability(of: entry.english + ["\n"])
      let right = ostrish.logProbability(of: entry.ostrish + ["\n"])
      #expect(left > -.infinity && abs(left - right) < 1e-9, "\(entry.text(.english)) \(left) \(right)")
    }
  }

  @Test("the alignment joins words of the dictionary")
  func alignment() throws {
    let entry = try book.entry("The young captain will not carry the letters today.", in: .english)
    let pairs = entry.alignment.map { "\(entry.english[$0.english]) \(entry.ostrish[$0.ostrish])" }
    #expect(
      pairs == [
        "The kaverota", "young miki", "captain kaverota", "will vo", "not ni", "carry tumo", "the lipuronta",
        "letters lipuronta", "today Nuvo", ". .",
      ])
  }

  @Test("every Ostrish word, and every English word but those of grammar, has a partner")
  func complete() {
    let grammatical: Set<String> = ["do", "does", "is", "are", "am", "be"]
    for entry in book.entries(seed: 3).prefix(500) {
      let (left, right) = (Set(entry.alignment.map(\.english)), Set(entry.alignment.map(\.ostrish)))
      #expect(right.count == entry.ostrish.count, "\(entry)")
      for (place, word) in entry.english.enumerated() where !left.contains(place) {
        #expect(grammatical.contains(word.lowercased()), "\(word) in \(entry.text(.english))")
      }
    }
  }

  @Test("Ostrish words follow its sounds, and none is two words")
  func sounds() {
    for word in book.words {
      #expect(word.ostrish.wholeMatch(of: /([ptkmnlrsvh][aeiou][nlrs]?)+/) != nil, "\(word.ostrish)")
    }
    #expect(Set(book.words.map(\.ostrish)).count == book.words.count)
    for language in Phrasebook.Language.allCases { #expect(WordForm.forms(of: language).count > 90) }
  }

  @Test("what is not in the phrasebook is refused with a reason")
  func errors() {
    func error(_ sentence: String, _ language: Phrasebook.Language) -> TranslationError? {
      do {
        _ = try book.translate(sentence, from: language)
        return nil
      } catch { return error }
    }
    #expect(error("The submarine is late.", .english) == .unknownWord("submarine", .english))
    #expect(error("The ferry is late", .english) == .noEnd("The ferry is late"))
    #expect(error("The ferry.", .english) == .notASentence("The ferry."))
    #expect(error(".", .ostrish) == .notASentence("."))
    #expect(error("", .ostrish) == .noEnd(""))
    #expect(error("Carries the ferry letters.", .english) != nil)
    #expect(
      error("The ferry carry the letters.", .english)
        == .otherwise("The ferry carry the letters.", expected: "The ferry carries the letters."))
    #expect(
      error("Keluta tumo lipuronta.", .ostrish)
        == .otherwise("Keluta tumo lipuronta.", expected: "Tumo keluta lipuronta."))
  }

  @Test("no sentence can be written in two ways")
  func unambiguous() {
    #expect(book.english.grammar.ambiguousText() == nil)
    #expect(book.ostrish.grammar.ambiguousText() == nil)
  }
}
