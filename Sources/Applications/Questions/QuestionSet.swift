// Questions with their answers, and wrong answers of the same kind beside them.
public import Corpora
public import Retrieval

/// A question that can be asked with a book, without one, or with answers to choose from.
public struct QuestionWithAnswers: Equatable, Sendable {
  public let question: String
  /// Wordings that are right.
  public let answers: [String]
  /// Answers to choose from, with the right one among them; empty if there are none.
  public var choices: [String] = []

  public init(_ question: String, answers: [String], choices: [String] = []) {
    (self.question, self.answers, self.choices) = (question, answers, choices)
  }

  public init(_ known: KnownQuestion) { self.init(known.question, answers: known.answers ?? []) }
}

extension HarbourLines {
  /// Some of the questions about this world, with four answers each: the right one and three to other questions of its
  /// kind, or of any where there are too few.
  ///
  /// - Parameter isReworded: whether they are asked in other words than those that texts ask them in.
  public func questionsWithAnswers(_ count: Int, seed: Int, reworded isReworded: Bool = false) -> [QuestionWithAnswers]
  {
    var random = CorpusRandom(seed: seed)
    let all = facts
    return all.inRandomOrder(using: &random).prefix(count).map { fact in
      let question = fact.questions[random.index(below: fact.questions.count)]
      let others = all.inRandomOrder(using: &random).filter { $0.answer != fact.answer }
      let alike = others.filter { $0.kind == fact.kind } + others.filter { $0.kind != fact.kind }
      var wrong: [String] = []
      for other in alike where wrong.count < 3 && !wrong.contains(other.answer) { wrong.append(other.answer) }
      return QuestionWithAnswers(
        isReworded ? "Please tell me: " + question.prefix(1).lowercased() + question.dropFirst() : question,
        answers: [fact.answer], choices: (wrong + [fact.answer]).inRandomOrder(using: &random))
    }
  }
}
