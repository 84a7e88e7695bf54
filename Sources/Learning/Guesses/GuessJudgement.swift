// Whether a guess at what a step shows came true. Says so only where the step's output decides it.
import StepRecords

public enum GuessJudgement: Equatable, Sendable {
  case right(answer: String)
  /// Within a tenth. The error is `(guess - answer) / |answer|`.
  case close(answer: String, relativeError: Double)
  case wrong(answer: String)
  /// The reader has to say; `shown` is what the step shows in short, empty if it shows only pictures.
  case cannotTell(shown: String)

  /// What progress keeps: near is right too; nil where the reader has to say.
  public var wasRight: Bool? {
    switch self {
    case .right, .close: true
    case .wrong: false
    case .cannotTell: nil
    }
  }

  /// Compares a guess with what the step printed and showed at its top level.
  ///
  /// Case, quotes and spaces do not matter. A number is right when it is the answer rounded to the digits given; see
  /// `WrittenNumber`. Printed text goes before logged values: what an author prints is what was asked.
  ///
  /// - Parameters:
  ///   - choices: what the reader could choose from, if the author offers choices.
  ///   - records: of the step, in order.
  public static func judge(_ guess: String, choices: [String], records: [Record]) -> GuessJudgement {
    let evidence = GuessEvidence(records)
    return choices.isEmpty ? evidence.judge(guess) : evidence.judge(guess, amongst: choices)
  }
}

extension GuessEvidence {
  /// The best that any reading of the guess makes of it; `1,4` may be two numbers or one.
  func judge(_ guess: String) -> GuessJudgement {
    let judgements = GuessReading.readings(of: guess).map(judge)
    return judgements.min { $0.rank < $1.rank } ?? undecided
  }

  private func judge(_ guess: GuessReading) -> GuessJudgement {
    if guess.words.isEmpty && guess.numbers.isEmpty && guess.text.isEmpty { return undecided }
    if let exact = judgeLine(guess) ?? judgeTruth(guess) ?? judgeFailure(guess) { return exact }
    switch guess.meaning {
    case .number(let number): return judge(number)
    case .numbers(let numbers, let order): return judge(numbers, order)
    case .interval(let lower, let upper): return judge(from: lower, to: upper)
    case .words: return judgeWords(guess) ?? judgeTrend(guess) ?? undecided
    }
  }

  var undecided: GuessJudgement { .cannotTell(shown: summary) }

  /// More answers than this decide nothing: a match may be chance.
  static let mostAnswers = 4
}

extension GuessJudgement {
  /// For choosing between readings: the kindest first, and doubt before blame.
  fileprivate var rank: Int {
    switch self {
    case .right: 0
    case .close: 1
    case .cannotTell: 2
    case .wrong: 3
    }
  }
}
