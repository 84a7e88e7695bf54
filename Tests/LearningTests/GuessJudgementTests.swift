// Guesses at what a step shows: right, close, wrong, or for the reader to say.
import StepRecords
import Testing

@testable import Learning

/// Short names of the outcomes.
enum Outcome: String, Sendable {
  case right, close, wrong, open

  init(_ judgement: GuessJudgement) {
    switch judgement {
    case .right: self = .right
    case .close: self = .close
    case .wrong: self = .wrong
    case .cannotTell: self = .open
    }
  }
}

@Suite struct GuessNumberTests {
  private func outcome(_ guess: String, _ records: Record...) -> Outcome {
    Outcome(GuessJudgement.judge(guess, choices: [], records: records))
  }

  @Test(arguments: [
    ("3", "3.0"), ("3.0", "3"), (" 3 ", "3.0"), ("3.1", "3.14159"), ("3.14", "3.14159"), ("about 3", "3"), ("~3", "3"),
    ("≈ 3", "3"), ("it is 3", "3"), ("3 words", "3"), ("three", "3"), ("Three.", "3"), ("-3", "-3"), ("−3", "-3"),
    ("- 3", "3"), ("+3", "3"), (".5", "0.5"), ("1e-5", "1e-05"), ("1.2e3", "1200"), ("1.2e3", "1207"),
    ("1,204", "1204"), ("1204", "1,204"), ("1'204", "1204"), ("1_204", "1204"), ("12 000", "12000"), ("0,62", "0.62"),
    ("1,4", "1.4"), ("1,204.5", "1204.5"), ("12,345,678", "12345678"), ("inf", "inf"), ("Infinity", "inf"),
    ("infinite", "inf"), ("∞", "inf"), ("-∞", "-inf"), ("minus infinity", "-inf"), ("NaN", "nan"),
    ("not a number", "nan"), ("0", "0.0"), ("0", "-0.0"), ("0", "1.1920929e-07"), ("0.0", "0.003"), ("half", "0.5"),
    ("0.3099", "0.31"), ("2", "2.4"), ("0.30991423", "0.30991425"), ("= 7", "7"), ("3!", "3"), ("\"3\"", "3"),
    ("2 nats a word", "2.0"),
  ])
  func `a number is right when it is the answer to the digits given`(_ guess: String, _ answer: String) {
    #expect(outcome(guess, .printed(answer)) == .right)
  }

  @Test(arguments: [
    ("3", "3.2"), ("11", "10"), ("0.9", "0.9837075"), ("100", "109"), ("-10", "-10.9"), ("1200", "1207"),
    ("9.1", "10.0"),
  ])
  func `a number within a tenth is right or close`(_ guess: String, _ answer: String) {
    #expect([.right, .close].contains(outcome(guess, .printed(answer))))
  }

  @Test func `close says how far it is, and in which direction`() {
    #expect(
      GuessJudgement.judge("11", choices: [], records: [.printed("10")])
        == .close(answer: "10", relativeError: 0.1))
    #expect(
      GuessJudgement.judge("9.5", choices: [], records: [.printed("10")])
        == .close(answer: "10", relativeError: -0.05))
  }

  @Test(arguments: [
    ("3", "4"), ("3", "-3"), ("3.2", "3.14159"), ("12", "10"), ("0", "1"), ("1", "0"), ("1", "0.6"), ("0", "0.4824666"),
    ("20", "inf"), ("inf", "20.5"), ("-inf", "inf"), ("nan", "0"), ("0", "nan"), ("1,204", "1504"), ("3", "3.9"),
    ("0.5", "12"), ("2", "1000000"), ("1e-5", "1e-4"),
  ])
  func `another number is wrong or, within a tenth, close`(_ guess: String, _ answer: String) {
    let outcome = outcome(guess, .printed(answer))
    #expect(outcome == .wrong || (guess == "3.2" && outcome == .close))
  }

  @Test(arguments: [
    ("62 %", "0.62"), ("62%", "0.6230000"), ("62 percent", "0.62"), ("62 per cent", "0.62"), ("0.62", "62 %"),
    ("62", "62 %"), ("62 %", "62"), ("62 %", "62.3 %"), ("about 62 %", "the share is 0.62"), ("100 %", "1.0"),
    ("0 %", "0"),
  ])
  func `per cent and shares are the same`(_ guess: String, _ answer: String) {
    #expect(outcome(guess, .printed(answer)) == .right)
  }

  @Test func `what may be per cent without its sign is for the reader to say`() {
    #expect(outcome("62", .number("share", "0.62")) == .open)
    #expect(outcome("0.62", .number("percent", "62.0")) == .open)
    #expect(outcome("40 %", .number("share", "0.62")) == .wrong)
  }

  @Test func `the nearest of several numbers is the answer, with its name`() {
    let records: [Record] = [.number("sharp", "0.9837075"), .number("soft", "0.4824666")]
    let judge = { GuessJudgement.judge($0, choices: [], records: records) }
    #expect(judge("1") == .right(answer: "0.9837075 (sharp)"))
    #expect(judge("0.48") == .right(answer: "0.4824666 (soft)"))
    #expect(judge("0.2") == .wrong(answer: "0.4824666 (soft)"))
  }

  @Test func `what is printed goes before what is logged`() {
    let records: [Record] = [.value("n", "Int", "10"), .number("x", "4.2"), .printed("4.2")]
    let judge = { GuessJudgement.judge($0, choices: [], records: records) }
    #expect(judge("4.2") == .right(answer: "4.2"))
    #expect(judge("7") == .wrong(answer: "4.2"))
    // The author may have asked for n, but more likely printed what was asked.
    #expect(judge("10") == .cannotTell(shown: "4.2"))
  }

  @Test func `one of many numbers may be chance`() {
    let many = (1...9).map { Record.number("x\($0)", "\($0)") }
    #expect(Outcome(GuessJudgement.judge("3", choices: [], records: many)) == .open)
    #expect(Outcome(GuessJudgement.judge("30", choices: [], records: many)) == .open)
  }

  @Test func `a single number and a list are not compared`() {
    #expect(outcome("3", .printed("[0.0, 3.0, 1.0]")) == .open)
    #expect(outcome("8", .printed("[0.0, 3.0, 1.0]")) == .open)
    #expect(outcome("3", .tensor("x", [2, 2], [1, 2, 3, 4])) == .open)
  }

  @Test func `a tensor of one number is that number, and a curve its last`() {
    #expect(outcome("2.5", .tensor("loss", [], [2.5])) == .right)
    #expect(
      GuessJudgement.judge("0.3", choices: [], records: [.series("loss", [5.7, 2, 0.31])])
        == .right(answer: "0.31"))
  }

  @Test(arguments: ["not 3", "3 or 4", "never 3", "more words than 3 can say here", "3 less than before it", "", " "])
  func `a guess that does not commit is for the reader to say`(_ guess: String) {
    #expect(outcome(guess, .printed("3")) == .open)
  }

  @Test(arguments: [
    ("between 2 and 4", Outcome.right), ("2 to 4", .right), ("2-4", .right), ("2–4", .right), ("from 2 to 4", .right),
    ("2..4", .right), ("less than 5", .right), ("< 5", .right), (">2", .right), ("at least 2", .right),
    ("over 2", .right),
    ("between 5 and 6", .wrong), ("5-6", .wrong), ("below 2", .wrong), ("more than 4", .wrong), ("below 3", .open),
    ("not below 2", .open), ("above", .open),
  ])
  func `a range is right if the answer lies in it`(_ guess: String, _ expected: Outcome) {
    #expect(outcome(guess, .number("x", "3.0")) == expected)
  }

  @Test(arguments: ["99999999999999999999999999", "1e999", "1e-999", "-1e400", "0.000000000000000000000000001"])
  func `numbers at the ends of their type stop nothing`(_ guess: String) {
    #expect(outcome(guess, .number("x", "3.0")) == .wrong)
    #expect(outcome("3", .printed(guess)) == .wrong)
  }

  @Test func `a number in a name is none`() {
    #expect(outcome("3", .printed("layer3 is blocks.3.mlp")) != .right)
    #expect(outcome("layer3", .printed("4")) == .open)
  }
}

@Suite struct GuessListTests {
  private func outcome(_ guess: String, _ records: Record...) -> Outcome {
    Outcome(GuessJudgement.judge(guess, choices: [], records: records))
  }

  @Test(arguments: [
    ("1 and 4", "[1, 4]"), ("4 and 1", "[1, 4]"), ("1, 4", "[1, 4]"), ("1,4", "[1, 4]"), ("1 4", "[1.0, 4.0]"),
    ("[1, 4]", "[1, 4]"), ("1; 4", "1 4"), ("one and four", "[1, 4]"), ("4, 1", "{1, 4}"), ("1 & 4", "1, 4"),
    ("0, 1 and 3", "[0, 3, 0, 1]"), ("2x3", "[2, 3]"), ("2 x 3", "[2, 3]"), ("2 by 3", "[2, 3]"), ("(2, 3)", "(2, 3)"),
    ("0.3 and 0.7", "[0.3000001, 0.7]"), ("-1, -inf", "[-1.0, -inf]"),
  ])
  func `several numbers are right as a list or as a set`(_ guess: String, _ answer: String) {
    #expect(outcome(guess, .printed(answer)) == .right)
  }

  @Test(arguments: [
    ("1 and 5", "[1, 4]", Outcome.wrong), ("3x2", "[2, 3]", .wrong), ("[3, 2]", "[2, 3]", .wrong),
    ("0.32, 0.7", "[0.3, 0.7]", .close), ("2, 5", "[0.0, 3.0, 0.0, 0.0, 3.0, 1.0]", .open), ("3, 2", "[2, 3]", .open),
    ("1, 2, 3", "[1, 2]", .open),
  ])
  func `other lists are wrong only if they are as long`(_ guess: String, _ answer: String, _ expected: Outcome) {
    #expect(outcome(guess, .printed(answer)) == expected)
  }

  @Test func `a tensor's shape can be what was asked`() {
    let records = [Record.tensor("x", [2, 3], [1, 2, 3, 4, 5, 6])]
    for guess in ["[2, 3]", "2x3", "2, 3", "2 by 3"] {
      #expect(
        GuessJudgement.judge(guess, choices: [], records: records) == .right(answer: "[2, 3] (the shape of x)"))
    }
    #expect(outcome("3x2", records[0]) == .open)
    // What is printed was asked, not the shape.
    #expect(outcome("2, 3", records[0], .printed("[0.5, 0.5]")) == .wrong)
  }

  @Test func `a small tensor's values are a list`() {
    #expect(outcome("1, 2, 3", .tensor("x", [3], [1, 2, 3])) == .right)
    #expect(outcome("1, 2, 4", .tensor("x", [3], [1, 2, 3])) == .wrong)
  }

  @Test func `as many numbers as values are compared with them in order`() {
    #expect(outcome("0.98, 0.48", .number("sharp", "0.9837075"), .number("soft", "0.4824666")) == .right)
    #expect(outcome("1 and 2", .printed("1"), .printed("2")) == .right)
  }
}
