// Questions about sentences: what is asked, what is left alone, and where the answer stands.
import DataPreparation
import DocumentReading
import Testing

struct PairRuleTests {
  @Test(
    "a sentence is asked about as a person would ask, and answered in its own words",
    arguments: [
      ("A mooring line is a rope that holds the ferry.", "What is a mooring line?", "a rope that holds the ferry"),
      ("Captain Holt is the master of the Gull.", "Who is the master of the Gull?", "Captain Holt"),
      ("Slack water means the time between two tides.", "What does slack water mean?", "the time between two tides"),
      ("The time between tides is called slack water.", "What is the time between tides called?", "slack water"),
      ("The horn is used to warn other ships.", "What is the horn used for?", "to warn other ships"),
      (
        "The set consists of a jacket, a whistle and a lamp.", "What does the set consist of?",
        "a jacket, a whistle and a lamp"
      ),
      (
        "There are three kinds of ticket: single, return and weekly.", "What are the three kinds of ticket?",
        "single, return and weekly"
      ),
      ("A bicycle costs two crowns on every route.", "How much does a bicycle cost on every route?", "two crowns"),
      ("The crossing to Birk takes forty minutes.", "How long does the crossing to Birk take?", "forty minutes"),
      ("A day ticket is valid for 24 hours.", "How long is a day ticket valid?", "for 24 hours"),
      (
        "The Gull carries two hundred and ten passengers.", "How many passengers does the Gull carry?",
        "two hundred and ten"
      ),
      ("The Gull is 42 metres long.", "How long is the Gull?", "42 metres"),
      ("Forty people live on Birk.", "How many people live on Birk?", "Forty"),
      ("There are twelve lifeboats on board.", "How many lifeboats are there on board?", "twelve"),
      ("The kiosk opens at 7.30 on weekdays.", "When does the kiosk open?", "at 7.30 on weekdays"),
      ("The Gull was built in 1987 by Jens Holm.", "When was the Gull built?", "in 1987"),
      ("The Gull was built in 1987 by Jens Holm.", "Who was the Gull built by?", "Jens Holm"),
      ("The lockers are emptied every evening.", "How often are the lockers emptied?", "every evening"),
      ("The gate is closed when the last car is aboard.", "When is the gate closed?", "when the last car is aboard"),
      ("The kiosk is at the end of the east quay.", "Where is the kiosk?", "at the end of the east quay"),
      ("You must show your ticket at the gate.", "Where must I show my ticket?", "at the gate"),
      ("The mate opens the gate.", "Who opens the gate?", "The mate"),
      ("Pigs are refused because the heat harms them.", "Why are pigs refused?", "because the heat harms them"),
      ("The deposit covers damage to the cabin.", "What does the deposit cover?", "damage to the cabin"),
      (
        "Bicycles are carried free if there is room.", "Under what condition are bicycles carried free?",
        "if there is room"
      ),
      ("If you lose your ticket, tell the mate.", "What should I do if I lose my ticket?", "tell the mate"),
      (
        "If a trip is cancelled, the fare is paid back.", "What happens if a trip is cancelled?",
        "the fare is paid back"
      ),
      ("To cancel a ticket, go to the office.", "How do I cancel a ticket?", "go to the office"),
      ("You can change a ticket by calling the office.", "How can I change a ticket?", "by calling the office"),
      ("Dogs must be kept on a lead.", "Must dogs be kept on a lead?", "Dogs must be kept on a lead."),
    ])
  func asks(_ sentence: String, _ question: String, _ answer: String) {
    let asked = Samples.asked(sentence)
    #expect(asked[question] == answer, "asked were \(asked)")
  }

  @Test(
    "what cannot be understood by itself, or is read in two ways, is left alone",
    arguments: [
      // They point to what was said before.
      "It is a rope that holds the ferry.", "This is because of the weather.", "They cost two crowns each.",
      "The result is a table of numbers.", "The following day is a holiday.", "The smallest sum is three crowns.",
      "Its lid is at the back of the boat.",
      "What happens if a learner sees a name there?",
      // No verb that is known, or more than one.
      "The bus stops in May are marked with a sign.", "Each autumn the press on Fennick leaves 310 tonnes of pulp.",
      "New planks are of oak and are expected to last for thirty years.",
      "The pilot decides when it is safe.", "Lille Birk has gained because the tower was opened.",
      // No sentence.
      "let total = scores.sum() // a number", "Fares, tickets and luggage", "Zu Beginn ist alles offen.",
      "", "   ", "....", "\u{0}\u{1}",
    ])
  func leavesAlone(_ text: String) {
    let asked = Samples.pairs(text).filter { $0.pattern != .cloze }
    #expect(asked.isEmpty, "asked were \(asked.map(\.instruction))")
  }

  @Test("each answer stands in the evidence, and the evidence is a sentence of the page")
  func evidence() throws {
    // Behind characters of more than one scalar and more than one byte.
    let text = "Ahoj 👩‍👩‍👧 é, naïve reader.\n\n" + Samples.handbook
    let page = Samples.page(text)
    let rows = PairMaker.pairs(from: Chunker().chunks(of: page, file: "a.txt"))
    #expect(rows.count > 30)
    let sentences = Set(SentenceSplitter.sentences(of: page))
    for row in rows {
      let evidence = try #require(row.evidence)
      let sentence = try #require(page.text(evidence.range))
      #expect(sentence.unicodeScalars.contains(row.answer.unicodeScalars), "\(row.answer) is not in \(sentence)")
      #expect(sentences.contains(evidence.range))
      #expect(row.instruction.last == "?" || row.pattern == .cloze)
    }
  }

  @Test("an answer that goes over a line's end is that of the page, line's end included")
  func lineEnd() {
    let asked = Samples.asked("A mooring line is a rope that\nholds the ferry at the pier.")
    #expect(asked["What is a mooring line?"] == "a rope that\nholds the ferry at the pier")
  }

  @Test("a question with two answers in one document is not asked; one that comes twice is asked once")
  func ambiguous() {
    let chunks = Samples.chunks("The Gull sails at eight.\n\nThe kiosk opens at 7.30.")
    let other = Samples.chunks("The kiosk opens at 9.00. The gate closes at noon.")
    #expect(PairMaker.pairs(from: chunks + chunks).count == PairMaker.pairs(from: chunks).count)
    let questions = PairMaker.pairs(from: chunks + other).map(\.instruction)
    #expect(!questions.contains("When does the kiosk open?") && questions.contains("When does the gate close?"))
    // In another document it may have another answer.
    let elsewhere = Samples.chunks("The kiosk opens at 9.00.", file: "other.txt")
    #expect(PairMaker.pairs(from: chunks + elsewhere).count { $0.instruction == "When does the kiosk open?" } == 2)
  }

  @Test("a heading that is a question is answered by what stands below it")
  func heading() throws {
    let text = "How do I find a lost umbrella?\n\nAsk at the window of the harbour office before noon on any weekday."
    let chunk = Chunk(
      text: text, evidence: Evidence(file: "a.md", page: 1, start: 0, end: text.unicodeScalars.count),
      headings: ["Lost property", "How do I find a lost umbrella?"])
    let row = try #require(PairMaker.pairs(from: [chunk]).first)
    #expect(row.pattern == .heading && row.instruction == "How do I find a lost umbrella?")
    #expect(row.answer == "Ask at the window of the harbour office before noon on any weekday.")
  }

  @Test("chunks give all five kinds of rows, each with its evidence")
  func kinds() throws {
    let text = "Tickets\n\nA ticket to Birk costs six crowns. The kiosk opens at noon."
    let blocks = [TextBlock(.heading(level: 1), 0..<7), TextBlock(.paragraph, 9..<text.unicodeScalars.count)]
    let chunks = Chunker().chunks(of: DocumentPage(number: 1, text: text, blocks: blocks), file: "a.md")
    for kind in TrainingRow.Kind.allCases {
      let rows = PairMaker.rows(of: kind, from: chunks)
      #expect(!rows.isEmpty && rows.allSatisfy { $0.kind == kind && $0.evidence != nil }, "\(kind)")
    }
    let summary = try #require(PairMaker.rows(of: .summary, from: chunks).first)
    #expect(summary.answer == "Tickets" && summary.input?.hasPrefix("A ticket") == true)
    let conversation = try #require(PairMaker.rows(of: .conversation, from: chunks).first)
    #expect(conversation.turns?.map(\.role) == [.user, .assistant, .user, .assistant])
    #expect(conversation.answer == "at noon" && conversation.turns?.last?.text == "at noon")
    #expect(PairMaker.rows(of: .instruction, from: chunks).allSatisfy { $0.input?.contains($0.answer) == true })
  }

  @Test("a hundred documents are asked about in one go")
  func many() {
    let chunks = (0..<100).flatMap { Samples.chunks(Samples.handbook, file: "page \($0).txt") }
    #expect(PairMaker.pairs(from: chunks).count == 100 * Samples.pairs(Samples.handbook).count)
  }
}

extension String.UnicodeScalarView {
  fileprivate func contains(_ other: String.UnicodeScalarView) -> Bool {
    indices.contains { self[$0...].starts(with: other) }
  }
}
