// Whether an answer says only what its contexts say.
internal import DocumentReading
public import Retrieval

/// The groundedness of an answer in the passages that it was given. Of a reference answer the score is the context recall:
/// how much of what should be said could be taken from the passages.
public struct ContextGrounding: Equatable, Sendable {
  /// The sentences of the contexts, in order.
  public let sentences: [String]
  public let groundedness: Groundedness

  /// - Parameter question: its words may be repeated without a source.
  public init(of answer: String, in contexts: [String], question: String = "") {
    sentences = contexts.flatMap { context -> [String] in
      let text = ScalarText(context)
      return SentenceSplitter.sentences(in: context).map { text[$0] }
    }
    groundedness = Groundedness(of: answer, in: sentences, question: question)
  }

  /// The mean share of the clauses' telling words that one sentence bears out, 0 to 1; `nan` for an answer that says
  /// nothing.
  public var score: Double {
    let shares = groundedness.clauses.map(\.share)
    return shares.isEmpty ? .nan : shares.reduce(0, +) / Double(shares.count)
  }

  /// The clause that is borne out worst, with the sentence that bears it out best, if any does at all.
  public var weakest: (clause: Groundedness.Clause, sentence: String?)? {
    groundedness.weakest.map { clause in (clause, clause.sentence.map { sentences[$0] }) }
  }
}
