// An answer with the sentences it stands on, or none.
import DocumentReading

/// What documents answer to a question.
public struct DocumentAnswer: Sendable {
  /// A sentence that an answer rests on.
  public struct Citation: Equatable, Sendable {
    /// As it stands on the page, with a line's end as a space. `evidence` leads to each of its characters.
    public let sentence: String
    public let evidence: Evidence
  }
  public enum Source: Equatable, Sendable {
    /// The sentences themselves.
    case extracted
    /// Written by a model; each of its clauses is in a cited sentence. The share of words that are, 0 to 1, for the
    /// clause with the smallest.
    case generated(groundedness: Double)
  }
  public let question: String
  /// The answer, with a number behind each sentence that leads to the citation: "Dogs travel free. [1]". Nil if the
  /// documents do not hold one; then there are no citations.
  public let text: String?
  /// The words of the first citation that answer, such as "three crowns"; nil if they are not told from the others.
  public let short: String?
  public let citations: [Citation]
  public let source: Source
  /// How sure it is that the documents answer this, 0 to 1; measured against ``AnswerWeights/threshold``.
  public let confidence: Double
  /// Why there is no answer, or no generated one, in a sentence; nil if nothing is to be said.
  public let remark: String?

  public var isAnswered: Bool { text != nil }

  static func extracted(
    _ question: String, _ citations: [Citation], short: String?, confidence: Double, remark: String? = nil
  ) -> DocumentAnswer {
    let text = citations.enumerated().map { "\($1.sentence) [\($0 + 1)]" }.joined(separator: " ")
    return DocumentAnswer(
      question: question, text: text, short: short, citations: citations, source: .extracted, confidence: confidence,
      remark: remark)
  }

  static func refused(_ question: String, confidence: Double, _ reason: String) -> DocumentAnswer {
    DocumentAnswer(
      question: question, text: nil, short: nil, citations: [], source: .extracted, confidence: confidence,
      remark: reason)
  }
}
