// What questions ask for, and what sentences hold.
import DocumentReading
import Testing

@testable import Retrieval

struct AskedQuestionTests {
  @Test(
    "a question says what kind of answer it wants",
    arguments: [
      ("Who built the lighthouse?", AnswerKind.person), ("When does the museum open?", .moment),
      ("At what time does it close?", .moment), ("In which year was the bridge finished?", .year),
      ("How long does the tour take?", .duration), ("How much does a map cost?", .money),
      ("What is the price of a room?", .money), ("How many beds are there?", .number), ("Where are the keys?", .place),
      ("Why is the door locked?", .reason), ("What is your telephone number?", .telephone),
      ("May I smoke here?", .yesOrNo), ("What is a quay?", .anything), ("", .anything),
      ("Wo ist der Bahnhof?", .anything),
    ])
  func kinds(question: String, kind: AnswerKind) {
    #expect(AnswerKind(asking: question) == kind)
  }

  @Test(
    "facts of a sentence are found with their words",
    arguments: [
      ("It costs three crowns a day.", HeldFact.Kind.money, "three crowns"),
      ("The fee is €12.50 each.", .money, "€12.50"),
      ("The hall seats two hundred and thirty people.", .number, "two hundred and thirty"),
      ("We meet on 5 May at noon.", .date, "5 May"), ("It opened on 12 June 1987.", .year, "12 June 1987"),
      ("Founded in 1952 by sisters.", .year, "1952"), ("The last boat leaves at 21.40 from here.", .time, "21.40"),
      ("Allow forty-five minutes for it.", .duration, "forty-five minutes"),
      ("The key is with Dr. Mira Holt today.", .name, "Dr. Mira Holt"),
      ("Call 0431 55 12 98 for help.", .telephone, "0431 55 12 98"),
      ("Write to desk@example.org soon.", .mail, "desk@example.org"),
      ("It is shut because the roof leaks; ask again.", .reason, "because the roof leaks"),
    ])
  func facts(sentence: String, kind: HeldFact.Kind, words: String) {
    let text = ScalarText(sentence)
    let found = HeldFact.facts(in: sentence)
    #expect(found.contains { $0.kind == kind && text[$0.range] == words }, "\(found.map { ($0.kind, text[$0.range]) })")
  }

  @Test(
    "no text breaks the finding of facts",
    arguments: ["", "@", "@ @ @", "…", "1", "1.", "as", "🙂🙂", "a@b", "0 0 0 0 0 0 0"])
  func oddTexts(text: String) {
    let count = ScalarText(text).count
    #expect(HeldFact.facts(in: text).allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count })
  }

  @Test("a made-up answer is a statement of the kind that is asked for")
  func hypothesis() {
    #expect(HypotheticalAnswer.of("How much does a map cost?") == "a map cost ten crowns.")
    #expect(HypotheticalAnswer.of("???") == "???")
  }

  @Test("a question that asks twice has two parts, and a plain one has one")
  func parts() {
    #expect(
      QuestionParts.of("What is the charge today, and what was it before 2020?")
        == ["What is the charge today, ", "what was it before 2020?"])
    #expect(QuestionParts.of("When does the museum open?") == ["When does the museum open?"])
  }
}
