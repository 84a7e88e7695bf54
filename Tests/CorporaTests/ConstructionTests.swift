import Corpora
import Testing

/// How sentences of the phrasebook are built.
struct ConstructionTests {
  private let phrasebook = Phrasebook()

  @Test(
    "a sentence's constructions are those that it has",
    arguments: [
      ("The captain sees the ferry.", []),
      (
        "Will the young captain not carry the letters today?",
        [.question, .negation, .future, .timePhrase, .plural, .adjective]
      ),
      ("I was late.", [.past, .pronoun, .predicateAdjective]),
      ("We visited Birk.", [.past, .pronoun, .placeName]),
    ] as [(String, Set<PhrasebookEntry.Construction>)])
  func constructions(sentence: String, expected: Set<PhrasebookEntry.Construction>) throws {
    #expect(try phrasebook.entry(sentence, in: .english).constructions == expected)
  }

  @Test("verb and object are named in their basic forms, from either language")
  func combinations() throws {
    let entry = try phrasebook.entry("Did the sailors bring a small lamp?", in: .english)
    #expect(entry.combination == PhrasebookEntry.Combination(verb: "bring", object: "lamp"))
    #expect(try phrasebook.entry(entry.text(.ostrish), in: .ostrish).combination == entry.combination)
    #expect(try phrasebook.entry("They reach Tollum.", in: .english).combination?.object == "Tollum")
    #expect(try phrasebook.entry("The boat is red.", in: .english).combination == nil)
  }
}
