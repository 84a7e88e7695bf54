// Asking a language model that has only its parameters.
internal import Foundation
public import TextModels

extension TextModel {
  /// What the model goes on with after "Question: … Answer:", and how probable it held it.
  ///
  /// - Returns: the answer, up to the end of its line, and `p(answer | question)`, 0 to 1.
  public func closedBookAnswer(to question: String) throws -> (text: String, probability: Double) {
    let prompt = Self.prompt(question)
    let answer = try continuation(of: prompt, count: 40, stoppingAt: ["\n"])
    let score = try scores(of: [(prompt, answer)])[0]
    return (answer.trimmingCharacters(in: .whitespaces), answer.isEmpty ? 0 : exp(score.logLikelihood))
  }

  /// As the base model has read questions, with a text to answer from before it if there is one.
  static func prompt(_ question: String, about text: String = "") -> String {
    (text.isEmpty ? "" : text + "\n") + "Question: \(question)\nAnswer:"
  }
}
