// Texts to order: several drafts, checked against the order, and the best of them.
internal import Corpora
internal import DocumentReading
public import Evaluation
public import Generation
public import TextModels

/// Writes drafts with a language model and keeps the best ("best of n"; Stiennon et al. 2020): one that meets the order's
/// conditions before one that does not, then the one whose tone is surest, then the one that the model finds likeliest.
///
/// The order is not an instruction that the model could follow; it was never taught any. It sets how the text begins, and
/// decides which draft is taken.
public struct ContentWriter {
  public struct Draft: Sendable {
    public let text: String
    /// Which condition failed and why, or that all hold.
    public let verdict: ConditionVerdict
    /// How likely its sentences have the tone that was ordered, 0 to 1, in the mean; 1 if none was.
    public let tone: Double
    /// The mean of `log p` over its tokens behind the opening, in nats.
    public let fluency: Double

    fileprivate func isBetter(than other: Draft) -> Bool {
      if verdict.holds != other.verdict.holds { return verdict.holds }
      return (tone, fluency) > (other.tone, other.fluency)
    }
  }

  public let model: TextModel
  /// Tells the tone of sentences; without it the tone is not looked at.
  public let judge: SentimentClassifier?
  public var sampling = Sampling.temperature(0.9)

  public init(_ model: TextModel, judge: SentimentClassifier? = nil) { (self.model, self.judge) = (model, judge) }

  /// So many drafts; draft i depends on `seed + i` alone.
  public func drafts(of order: WritingOrder, count: Int, seed: Int) throws -> [Draft] {
    let written = try (0..<count).map { number in
      try model.continuation(
        of: order.opening, sampling: sampling, count: order.mostTokens, seed: seed &+ number)
    }
    let scores = try model.scores(of: written.map { (order.opening, $0) })
    return try zip(written, scores).map { text, score in
      let whole = order.opening + text
      return Draft(
        text: whole, verdict: order.condition.verdict(on: whole), tone: try tone(of: text, order),
        fluency: score.logLikelihood / Double(max(1, score.logProbabilities.count)))
    }
  }

  /// The best of so many drafts; nil of none. Of equal ones the first.
  public func best(of order: WritingOrder, drafts count: Int, seed: Int) throws -> Draft? {
    try drafts(of: order, count: count, seed: seed).reduce(nil as Draft?) { best, draft in
      best.map { draft.isBetter(than: $0) ? draft : $0 } ?? draft
    }
  }

  private func tone(of text: String, _ order: WritingOrder) throws -> Double {
    guard let judge, let tone = order.tone else { return 1 }
    let sentences = SentenceCentrality(of: text).sentences
    let rows = try judge.probabilities(of: sentences)
    return rows.isEmpty ? 0 : rows.reduce(0) { $0 + $1[tone.number] } / Double(rows.count)
  }
}
