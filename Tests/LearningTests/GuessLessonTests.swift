// Plausible guesses at the steps of our lessons that ask for one, against what those steps show.
import StepRecords
import Testing

@testable import Learning

@Suite struct GuessLessonTests {
  /// 1.1, step ferry: which word most often follows "ferry"?
  private static let ferry: [Record] = [
    .value("afterFerry", "[String: Double]", "[\".\": 0.0967741935483871, \"goes\": 0.22580645161290322]"),
    .outcomes(["goes": 0.2258, "leaves": 0.1935, "takes": 0.1935, "waits": 0.129, ".": 0.0968]),
    .value("ranked", "[(key: String, value: Double)]", "[(key: \"goes\", value: 0.22580645161290322)]"),
    .value("best", "String", "\"goes\""), .printed("goes"),
  ]
  /// 1.1, step certain: what does the model without smoothing say?
  private static let certain: [Record] = [.value("certain", "Double", "inf"), .printed("inf")]
  /// 2.6, step scores: which two columns will be largest?
  private static let scores: [Record] = [
    .tensor("scores", [6, 6], Array(repeating: 0.5, count: 36)), .printed("[0.0, 3.0, 0.0, 0.0, 3.0, 1.0]"),
  ]
  /// 2.6, step unscaled: the weights go to one word alone.
  private static let unscaled: [Record] = [
    .tensor("q", [6, 64], Array(repeating: 0.1, count: 384)), .tensor("long", [6, 6], Array(repeating: 4, count: 36)),
    .value("sharp", "Float", "0.9837075"), .value("soft", "Float", "0.4824666"),
  ]
  /// 2.9, step training: where will the loss be after 1200 steps?
  private static let training: [Record] = [
    .value("batches", "Batches<TextBatch>", "117 batches a pass"),
    .value("rate", "LearningRate", "0.003, falling as a cosine to 0.0 at step 1200, warm-up 50"),
    .series("loss", [5.698, 5.2, 4.1, 2.4, 1.3, 0.9, 0.6, 0.4, 0.2914]),
    .value("result", "TrainingResult", "1200 steps, completed: loss 5.698 → 0.291"),
    .value("last", "Float", "0.30991423"),
  ]
  /// 2.9, step broken: what will the curve look like?
  private static let broken: [Record] = [
    .value("hasty", "Trainer<GPT, TextBatch>", "Trainer of GPT with AdamW, 0 steps made"),
    .series("loss", [5.698, 13.458, 10.4, 9.3, 7.5, 6.4, 5.8, 5.4, 5.846]), .value("stuck", "Float", "5.4816895"),
  ]

  @Test(arguments: [
    ("goes", Outcome.right), ("leaves", .wrong), ("sails", .wrong), ("a verb", .open), ("\"Goes\"", .right),
  ])
  func `1_1, the word after ferry`(_ guess: String, _ expected: Outcome) {
    #expect(Outcome(GuessJudgement.judge(guess, choices: [], records: Self.ferry)) == expected)
  }

  @Test(arguments: [
    ("infinity", Outcome.right), ("0", .wrong), ("very large", .open), ("1", .wrong), ("it divides by zero", .open),
  ])
  func `1_1, the perplexity without smoothing`(_ guess: String, _ expected: Outcome) {
    #expect(Outcome(GuessJudgement.judge(guess, choices: [], records: Self.certain)) == expected)
  }

  // The answer is places in the list that is printed: no guess can be judged.
  @Test(arguments: ["2 and 5", "1 and 4", "pilot and captain", "3", "the first two"])
  func `2_6, the columns with the largest scores`(_ guess: String) {
    #expect(
      GuessJudgement.judge(guess, choices: [], records: Self.scores)
        == .cannotTell(shown: "[0.0, 3.0, 0.0, 0.0, 3.0, 1.0]"))
  }

  @Test(arguments: [
    ("1", Outcome.right), ("0.9", .close), ("98 %", .right), ("one word gets everything", .open), ("0.7", .wrong),
  ])
  func `2_6, the weights without the scale`(_ guess: String, _ expected: Outcome) {
    #expect(Outcome(GuessJudgement.judge(guess, choices: [], records: Self.unscaled)) == expected)
  }

  @Test(arguments: [
    ("0.3", Outcome.right), ("about 1.2", .wrong), ("below 1", .right), ("it falls", .right),
    ("near the entropy", .open),
  ])
  func `2_9, the loss after training`(_ guess: String, _ expected: Outcome) {
    #expect(Outcome(GuessJudgement.judge(guess, choices: [], records: Self.training)) == expected)
  }

  @Test(arguments: [
    ("flat", Outcome.open), ("it explodes", .open), ("nan", .wrong), ("5.5", .right), ("goes up, then down", .open),
  ])
  func `2_9, the curve of a rate that is too high`(_ guess: String, _ expected: Outcome) {
    #expect(Outcome(GuessJudgement.judge(guess, choices: [], records: Self.broken)) == expected)
  }
}
