// How often each way to answer is right, on the same questions.
public import Evaluation

public struct AnsweringEvaluation: Sendable {
  public struct Outcome: Sendable {
    public let question: QuestionWithAnswers
    /// Nil if it was refused.
    public let answer: String?

    /// Whether the answer holds one of the right ones, word for word, without case, marks, articles, and the word that
    /// it begins with if that only says where or when: a whole sentence does, if it says it.
    public var isRight: Bool {
      guard let answer else { return false }
      let given = " \(AnswerWords.normalized(answer)) "
      return question.answers.contains { answer in
        var words = AnswerWords.normalized(answer).split(separator: " ")
        if let first = words.first, words.count > 1, ["at", "on", "in"].contains(first) { words.removeFirst() }
        return !words.isEmpty && given.contains(" \(words.joined(separator: " ")) ")
      }
    }
  }
  public let outcomes: [Outcome]

  /// Asks all questions.
  public init(_ answerer: QuestionAnswerer, _ questions: [QuestionWithAnswers]) throws {
    outcomes = try questions.map { Outcome(question: $0, answer: try answerer.answer(to: $0)) }
  }

  /// The share of the questions whose answer is said.
  public var right: Estimate { Estimate(share: outcomes.count(where: \.isRight), of: outcomes.count) }
  /// The share of answers that are wrong: what is said, and is not so.
  public var wrong: Estimate {
    Estimate(share: outcomes.count { $0.answer != nil && !$0.isRight }, of: outcomes.count)
  }
  /// The mean F1 of the words, 0 to 1; what was refused has none in common.
  public var tokenF1: Estimate {
    TokenF1().measured(outcomes.map { ($0.answer ?? "", $0.question.answers) }).estimate
  }
}
