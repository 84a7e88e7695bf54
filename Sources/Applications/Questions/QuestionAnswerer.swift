// Three ways to answer a question: from memory, from documents, or by choosing.
internal import Foundation
public import Retrieval
public import TextModels

public enum QuestionAnswerer {
  /// The model alone, from what it has learnt by heart. It always says something.
  case closedBook(TextModel)
  /// Sentences of documents; nothing if they do not answer.
  case openBook(DocumentDatabase, embedder: (any TextEmbedder)?)
  /// The likeliest of the answers that the question comes with.
  case choice(TextModel)

  public var name: String {
    switch self {
    case .closedBook: "closed book"
    case .openBook: "open book"
    case .choice: "choice"
    }
  }

  /// The answer; nil if there is none. Of an open book the telling words, or the sentence where they cannot be told.
  public func answer(to question: QuestionWithAnswers) throws -> String? {
    switch self {
    case .closedBook(let model): return try model.closedBookAnswer(to: question.question).text
    case .openBook(let database, let embedder):
      let found = try database.ask(question.question, embedder: embedder)
      return found.short ?? found.citations.first?.sentence
    case .choice(let model):
      guard !question.choices.isEmpty else { return nil }
      return try model.choice(of: question.choices, for: question.question).first?.answer
    }
  }
}

extension TextModel {
  /// How likely each of some answers is, given that one of them is right; the likeliest first. Each weighs by the mean of
  /// `log p` over its tokens, so that a long answer is no worse for its length.
  public func choice(of answers: [String], for question: String) throws -> [(answer: String, probability: Double)] {
    let prompt = Self.prompt(question)
    let means = try scores(of: answers.map { (prompt, " " + $0) }).map { score in
      score.logLikelihood / Double(max(1, score.logProbabilities.count))
    }
    let weights = means.map { exp($0 - (means.max() ?? 0)) }
    return zip(answers, weights).map { ($0, $1 / weights.reduce(0, +)) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}
