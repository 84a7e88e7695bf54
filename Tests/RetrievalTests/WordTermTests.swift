// The analysis of words, and what a word is worth.
import Foundation
import Testing

@testable import Retrieval

@Suite("Words, stems and BM25")
struct WordTermTests {
  /// From the examples of Porter's paper.
  static let stems = [
    ("caresses", "caress"), ("ponies", "poni"), ("ties", "ti"), ("cats", "cat"), ("feed", "feed"), ("agreed", "agre"),
    ("plastered", "plaster"), ("bled", "bled"), ("motoring", "motor"), ("sing", "sing"), ("conflated", "conflat"),
    ("troubled", "troubl"), ("sized", "size"), ("hopping", "hop"), ("tanned", "tan"), ("falling", "fall"),
    ("hissing", "hiss"), ("fizzed", "fizz"), ("failing", "fail"), ("filing", "file"), ("happy", "happi"),
    ("sky", "sky"),
    ("relational", "relat"), ("conditional", "condit"), ("rational", "ration"), ("digitizer", "digit"),
    ("radically", "radic"), ("vietnamization", "vietnam"), ("predication", "predic"), ("operator", "oper"),
    ("feudalism", "feudal"), ("decisiveness", "decis"), ("hopefulness", "hope"), ("sensibiliti", "sensibl"),
    ("triplicate", "triplic"), ("formative", "form"), ("electrical", "electr"), ("goodness", "good"),
    ("revival", "reviv"), ("allowance", "allow"), ("inference", "infer"), ("airliner", "airlin"),
    ("adjustable", "adjust"), ("replacement", "replac"), ("adjustment", "adjust"), ("dependent", "depend"),
    ("adoption", "adopt"), ("communism", "commun"), ("activate", "activ"), ("effective", "effect"),
    ("probate", "probat"), ("rate", "rate"), ("cease", "ceas"), ("controll", "control"), ("roll", "roll"),
  ]

  @Test("words are stemmed as Porter says", arguments: stems)
  func stem(_ word: String, _ stem: String) {
    #expect(String(decoding: PorterStem.of(Array(word.utf8)), as: UTF8.self) == stem)
  }

  @Test("case, accents and endings make no other word; places are counted in scalars")
  func terms() {
    let text = "Ferries, CAFÉS & e\u{301}lan: 8.30"
    let terms = WordTerms.terms(in: text)
    #expect(terms.map(\.term) == ["ferri", "cafe", "elan", "8", "30"])
    let scalars = Array(text.unicodeScalars)
    #expect(terms.map { scalars[$0.range].string } == ["Ferries", "CAFÉS", "e\u{301}lan", "8", "30"])
  }

  @Test("other scripts are words too, and an ideograph is one by itself")
  func scripts() {
    #expect(WordTerms.terms(in: "Паром в 9").map(\.term) == ["паром", "в", "9"])
    #expect(WordTerms.terms(in: "渡船は9時").map(\.term) == ["渡", "船", "は9", "時"])
    #expect(WordTerms.terms(in: "  —…!\u{0}").isEmpty)
  }

  @Test("a question is its telling words, each once, and all words if none is telling")
  func question() {
    #expect(WordTerms.question("When does the ferry leave, and which ferries?") == ["ferri", "leav"])
    #expect(WordTerms.question("To be or not to be") == ["to", "be", "or", "not"])
  }

  @Test("a word of endless length is cut")
  func endless() {
    #expect(WordTerms.terms(in: String(repeating: "a", count: 100_000)).map(\.term.count) == [WordTerms.longest])
  }

  @Test("BM25 by hand")
  func relevance() {
    let relevance = WordRelevance(texts: 4, averageLength: 3, counts: ["dog": 1, "ferri": 4])
    // log(1 + (4 − 1 + ½) / (1 + ½)) and 2 · 2.2 / (2 + 1.2 · (¼ + ¾ · 4/3))
    let weight = log(1 + 3.5 / 1.5)
    #expect(abs(relevance.weight(of: "dog") - weight) < 1e-12)
    #expect(abs(relevance.score(["dog", "dog", "on", "deck"]) - weight * 4.4 / 3.5) < 1e-12)
    #expect(relevance.score(["on", "deck"]) == 0)
    #expect(relevance.score(["ferri"]) > 0, "a word in every text still counts")
    #expect(relevance.score(["dog"]) > relevance.score(["ferri"]))
  }
}
