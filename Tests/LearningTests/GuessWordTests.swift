// Guesses in words, from choices, and at steps that decide nothing.
import StepRecords
import Testing

@testable import Learning

@Suite struct GuessWordTests {
  private func judge(_ guess: String, _ records: Record...) -> GuessJudgement {
    GuessJudgement.judge(guess, choices: [], records: records)
  }

  @Test(arguments: [
    ("goes", "goes"), ("Goes", "goes"), (" \"goes\" ", "goes"), ("goes.", "goes"), ("'goes'", "\"goes\""),
    ("it goes", "goes"), ("I think goes", "goes"), ("a  noun", "A noun"), ("goes", "the answer is: goes"),
    ("The Pilot", "the pilot greets the captain"), (".", "."), ("Straße", "straße"),
  ])
  func `case, quotes and spaces do not matter`(_ guess: String, _ printed: String) {
    #expect(Outcome(judge(guess, .printed(printed))) == .right)
  }

  @Test func `a string is known without its quotes`() {
    #expect(judge("Goes", .value("best", "String", "\"goes\"")) == .right(answer: "goes"))
    #expect(judge("say \"no\"", .value("best", "String", "\"say \\\"no\\\"\"")) == .right(answer: "say \"no\""))
  }

  @Test func `a string beside what is printed is not the answer`() {
    let records: [Record] = [.value("name", "String", "\"GPT\""), .printed("goes")]
    #expect(GuessJudgement.judge("GPT", choices: [], records: records) == .cannotTell(shown: "goes"))
    #expect(GuessJudgement.judge("leaves", choices: [], records: records) == .wrong(answer: "goes"))
    let number: [Record] = [.value("name", "String", "\"GPT\""), .printed("3")]
    #expect(GuessJudgement.judge("BERT", choices: [], records: number) == .cannotTell(shown: "3"))
  }

  @Test func `another word is wrong`() {
    #expect(judge("leaves", .value("best", "String", "\"goes\"")) == .wrong(answer: "goes"))
    #expect(judge("leaves", .printed("goes")) == .wrong(answer: "goes"))
  }

  @Test(arguments: ["go", "goess", "gose", "a verb", "something that moves", "not goes", "goes or leaves", "5"])
  func `what may mean the same, or nothing, is for the reader to say`(_ guess: String) {
    #expect(judge(guess, .printed("goes")) == .cannotTell(shown: "goes"))
  }

  @Test func `the most probable outcome is the answer, with the share of the guess beside it`() {
    let outcomes = Record.outcomes(["goes": 0.226, "leaves": 0.194, ".": 0.097])
    #expect(judge("goes", outcomes) == .right(answer: "goes (22.6 %)"))
    #expect(judge("leaves", outcomes) == .wrong(answer: "goes (22.6 %; leaves 19.4 %)"))
    #expect(judge("sails", outcomes) == .wrong(answer: "goes (22.6 %)"))
  }

  @Test func `each of several most probable outcomes is right`() {
    let outcomes = Record.outcomes(["a1": 0.4, "b1": 0.4, "c1": 0.2])
    #expect(Outcome(judge("b1", outcomes)) == .right)
  }

  @Test func `a small word in a guess is not the guess`() {
    #expect(Outcome(judge("the pilot", .outcomes(["the": 0.5, "a": 0.1]))) == .open)
    #expect(Outcome(judge("the", .outcomes(["the": 0.5, "a": 0.1]))) == .right)
  }

  @Test func `a token's space does not matter`() {
    #expect(Outcome(judge("goes", .outcomes([" goes": 0.5, " is": 0.1]))) == .right)
  }

  @Test func `a word in a page of text is chance`() {
    let page = (1...30).map { "line \($0) of the ferry" }.joined(separator: "\n")
    #expect(Outcome(judge("ferry", .printed(page))) == .open)
    #expect(Outcome(judge("line 3 of the ferry", .printed(page))) == .open)
  }

  @Test func `a word in a long line is chance`() {
    #expect(Outcome(judge("ferry", .printed("the morning ferry leaves the harbour at six and comes back"))) == .open)
  }

  @Test func `a line that denies is not what it holds`() {
    #expect(Outcome(judge("equal", .printed("not equal"))) == .open)
  }

  @Test(arguments: [
    ("yes", "true", Outcome.right), ("True", "true", .right), ("no", "true", .wrong), ("false", "true", .wrong),
    ("no", "false", .right), ("perhaps", "true", .open),
  ])
  func `yes is true and no is false`(_ guess: String, _ value: String, _ expected: Outcome) {
    #expect(Outcome(judge(guess, .value("isEqual", "Bool", value))) == expected)
  }

  @Test func `two truths that differ decide nothing`() {
    #expect(Outcome(judge("yes", .value("a", "Bool", "true"), .value("b", "Bool", "false"))) == .open)
  }

  @Test func `a failure answers whether the step fails`() {
    let failure = Record.failure(.trapped, "Index out of range\nmore")
    #expect(judge("it crashes", failure) == .right(answer: "Index out of range"))
    #expect(judge("an error", failure) == .right(answer: "Index out of range"))
    #expect(judge("3", failure) == .cannotTell(shown: "Index out of range"))
    #expect(Outcome(judge("no error", failure)) == .open)
    #expect(Outcome(judge("it does not compile", .failure(.compileError, "no x in scope"))) == .right)
  }

  @Test(arguments: [
    ("it falls", Outcome.right), ("goes down", .right), ("lower", .right), ("it rises", .wrong),
    ("up and then down", .open),
    ("not down", .open), ("flat", .open), ("a hockey stick", .open),
  ])
  func `a curve that falls all along is a fall`(_ guess: String, _ expected: Outcome) {
    #expect(Outcome(judge(guess, .series("loss", [5.7, 4, 3, 2, 1, 0.3]))) == expected)
  }

  @Test func `a curve that does both is neither`() {
    #expect(Outcome(judge("it falls", .series("loss", [5.7, 40, 33, 8, 6, 4.9]))) == .open)
  }

  @Test func `a step without an answer shows what there is`() {
    #expect(judge("anything") == .cannotTell(shown: ""))
    #expect(judge("big", .number("a", "1.5"), .number("b", "2.5")) == .cannotTell(shown: "a = 1.5, b = 2.5"))
    #expect(judge("big", .printed("one\ntwo\n\nthree\nfour")) == .cannotTell(shown: "one / two / three / …"))
  }

  @Test(arguments: ["\u{1b}[31m", "####", "\u{0}", "👩‍👩‍👧‍👦", "[[[[", "- - -", "1e", "0x", "..", ",", "%", "1,,2", "-"])
  func `no text is judged wrong by accident or stops the judge`(_ text: String) {
    _ = judge(text, .printed(text), .value(text, "String", text), .number(text, text))
    #expect(Outcome(judge(text, .printed("the pilot greets the captain"))) == .open)
  }

  @Test func `a page of guess, and of output, stops nothing`() {
    let page = String(repeating: "1,2 [x] ferry ", count: 100_000)
    #expect(Outcome(judge(page, .printed(page), .value("a", "String", "\"\(page)\""))) == .open)
  }
}

@Suite struct GuessChoiceTests {
  private func judge(_ guess: String, _ choices: [String], _ records: Record...) -> GuessJudgement {
    GuessJudgement.judge(guess, choices: choices, records: records)
  }

  @Test func `the choice that the output says is right`() {
    let choices = ["goes", "leaves", "waits"]
    #expect(judge("goes", choices, .printed("goes")) == .right(answer: "goes"))
    #expect(judge("waits", choices, .printed("goes")) == .wrong(answer: "goes"))
  }

  @Test func `ranges are choices`() {
    let choices = ["below 1", "1 to 3", "above 3"]
    #expect(judge("1 to 3", choices, .number("loss", "2.2")) == .right(answer: "1 to 3"))
    #expect(judge("above 3", choices, .number("loss", "2.2")) == .wrong(answer: "1 to 3"))
  }

  @Test func `curves are choices`() {
    let choices = ["it falls", "it rises", "it stays"]
    #expect(judge("it rises", choices, .series("loss", [5, 4, 3, 2, 1])) == .wrong(answer: "it falls"))
  }

  @Test func `when no choice is what is shown, the reader says`() {
    let choices = ["it explodes", "it is flat"]
    #expect(judge("it is flat", choices, .number("loss", "4.9")) == .cannotTell(shown: "loss = 4.9"))
  }

  @Test func `when two choices are what is shown, the reader says`() {
    #expect(Outcome(judge("2", ["2", "2.0"], .printed("2"))) == .open)
  }
}
