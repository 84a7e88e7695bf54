// What each step keeps and drops, on rows small enough to see why.
import DataPreparation
import DocumentReading
import Testing

/// A question-answer row.
func pair(_ question: String, _ answer: String, file: String? = nil, score: Double? = nil) -> TrainingRow {
  TrainingRow(
    .questionAnswer, instruction: question, answer: answer, score: score,
    evidence: file.map { Evidence(file: $0, page: 1, start: 0, end: answer.unicodeScalars.count) })
}

func text(_ answer: String, file: String? = nil) -> TrainingRow {
  TrainingRow(
    .text, answer: answer,
    evidence: file.map { Evidence(file: $0, page: 1, start: 0, end: answer.unicodeScalars.count) })
}

extension RecipeOutcome {
  var reasons: [String] { dropped.map(\.reason) }
}

struct SimpleStepTests {
  @Test("lengths count characters, of questions and answers apart, and raw text has no question")
  func length() {
    var step = LengthBand()
    step.longest = 20
    let fact = pair("How many seats are there?", "40", file: "handbook.txt")
    let kept = [fact, text("ten chars."), pair("Exactly 10", "é is a letter")]
    let rows =
      kept + [
        text("nine char"), text(String(repeating: "x", count: 21)), pair("Too short", "an answer."),
        pair("How many seats are there?", "40"), text("ten", file: "handbook.txt"),
      ]
    let outcome = step.apply(rows, seed: 1)
    #expect(outcome.rows == kept)
    #expect(outcome.reasons == ["too short", "too long", "question too short", "too short", "too short"])
    #expect(outcome.dropped[0].detail == "9 characters")
  }

  @Test("a column is kept by its values, dropped by them, or searched for a text")
  func column() {
    var lines = pair("Which line is it?", "the first")
    lines.columns = ["island": "Birk"]
    var other = lines
    other.columns = ["island": "Sandholm"]
    let none = pair("Which is it?", "no island")
    var step = FilterColumn()
    step.column = "island"
    step.keep = ["Birk"]
    #expect(step.apply([lines, other, none], seed: 1).rows == [lines])
    #expect(step.apply([lines, other, none], seed: 1).reasons == ["island is another", "no column island"])
    step = FilterColumn()
    (step.column, step.drop, step.keepsMissing) = ("island", ["Birk"], true)
    #expect(step.apply([lines, other, none], seed: 1).rows == [other, none])
    step = FilterColumn()
    (step.column, step.contains) = ("answer", "ISLAND")
    #expect(step.apply([lines, none], seed: 1).rows == [none])
  }

  @Test(
    "a question asks something, by its mark or its first word",
    arguments: [
      ("How long is it?", true), ("who sails her", true), ("Name the islands.", true), ("\"Is it late?\"", true),
      ("Πόσο κοστίζει;", true), ("The fare is 4 crowns.", false), ("???", false), ("", false), ("Fares", false),
    ])
  func question(_ text: String, isQuestion: Bool) {
    #expect(QuestionFilter().apply([pair(text, "an answer")], seed: 1).rows.isEmpty == !isQuestion)
  }

  @Test("only question-answer rows must ask; requests count if they may, and further first words if they are named")
  func questionSettings() {
    let row = TrainingRow(.instruction, instruction: "A poem, please.", answer: "The sea, the sea.")
    #expect(QuestionFilter().apply([row], seed: 1).rows == [row])
    var step = QuestionFilter()
    step.allowsRequests = false
    #expect(step.apply([pair("Name the islands.", "Birk")], seed: 1).rows.isEmpty)
    step.firstWords = ["wann"]
    #expect(step.apply([pair("Wann fährt sie ab", "um acht")], seed: 1).rows.count == 1)
  }

  @Test("summaries must be shorter than their texts, but not next to nothing")
  func summaryRatio() {
    let long = String(repeating: "The ferry waits at the quay. ", count: 20)
    let row = { (summary: String) in TrainingRow(.summary, instruction: "Summarise.", input: long, answer: summary) }
    let rows = [row("The ferry waits at the quay, again and again."), row("Ferry."), row(String(long.dropLast(30)))]
    let outcome = SummaryRatioBand().apply(rows + [text("no summary")], seed: 1)
    #expect(outcome.rows == [rows[0], text("no summary")])
    #expect(outcome.reasons == ["compressed too much", "compressed too little"])
  }

  @Test("marks go round answers and last turns once")
  func marks() {
    var step = BoundaryMarks()
    step.start = "<s>"
    let chat = TrainingRow(
      .conversation, answer: "Good day.", turns: [.init(.user, "Hello"), .init(.assistant, "Good day.")])
    let once = step.apply([pair("Where?", "there"), chat], seed: 1)
    #expect(once.rows.map(\.answer) == ["<s>there<|endoftext|>", "<s>Good day.<|endoftext|>"])
    #expect(once.rows[1].turns?.map(\.text) == ["Hello", "<s>Good day.<|endoftext|>"])
    #expect(once.changed.count == 2)
    #expect(step.apply(once.rows, seed: 1).changed.isEmpty)
  }

  @Test("padding fills rows up to a number of words, and leaves longer ones")
  func padding() {
    var step = PadTexts()
    (step.words, step.mark) = (5, "_")
    let rows = step.apply([pair("Where is it", "here"), text("one two three four five six")], seed: 1).rows
    #expect(rows.map(\.answer) == ["here _", "one two three four five six"])
  }

  @Test("truncating keeps the sentences that answer the question, in their order")
  func truncate() {
    var step = TruncateByScore()
    step.longest = 80
    let filler = "Nothing of note happened there. The weather was mild all day. "
    let wanted = "The lighthouse on Birk was built in 1901."
    let row = TrainingRow(
      .instruction, instruction: "When was the lighthouse built?", input: filler + wanted + " " + filler, answer: "1901"
    )
    let after = step.apply([row], seed: 1).rows[0]
    #expect(after.input?.contains(wanted) == true)
    #expect((after.input ?? "").unicodeScalars.count <= 80)
    #expect(step.apply([after], seed: 1).changed.isEmpty)
    let wall = text(String(repeating: "x", count: 200))
    #expect(step.apply([wall], seed: 1).rows[0].answer.count == 80)
  }

  @Test("rows with a low score go; rows without one stay, and it is said")
  func relevance() {
    let rows = [pair("What is it?", "this", score: 0.5), pair("What is it?", "that", score: 0.49), pair("What?", "x")]
    let outcome = RelevanceThreshold().apply(rows, seed: 1)
    #expect(outcome.rows == [rows[0], rows[2]])
    #expect(outcome.dropped.map(\.detail) == ["score 0.49"])
    #expect(outcome.note == "1 row has no score and passes")
  }

  @Test("Flesch and Kincaid's grade is what their formula says")
  func fleschKincaid() throws {
    // 12 words, 2 sentences, 14 syllables: 0.39 · 6 + 11.8 · 14 / 12 - 15.59
    let grade = try #require(FleschKincaid("The ferry leaves the quay at noon. She is late to-day."))
    #expect((grade.words, grade.sentences) == (12, 2))
    #expect(grade.syllables == 14)
    #expect(abs(grade.value - (0.39 * 6 + 11.8 * 14 / 12 - 15.59)) < 1e-9)
    #expect(FleschKincaid("…") == nil)
  }

  @Test("texts that are too hard or too easy go, short ones pass")
  func readingGrade() {
    let easy = text(String(repeating: "The cat sat on the mat. ", count: 5))
    let hard = text(
      "Notwithstanding considerable administrative complications, international transportation organisations "
        + "systematically reconsidered organisational responsibilities regarding interdepartmental communication, "
        + "simultaneously anticipating unprecedented infrastructural transformations throughout neighbouring municipalities."
    )
    var step = ReadingGradeBand()
    (step.lowest, step.highest) = (0, 14)
    let outcome = step.apply([easy, hard, text("Ha.")], seed: 1)
    #expect(outcome.rows == [text("Ha.")])
    #expect(outcome.reasons == ["too easy to read", "too hard to read"])
  }
}
