// Whether an answer is the right one, word for word.

/// Whether an answer is one of those that are expected, after normalising.
public struct ExactMatch: TextMetric {
  public let name = "exact"
  public let explanation = "0 to 1, higher is better: equal without case, punctuation and articles (Rajpurkar 2016)"

  public init() {}

  public func score(_ prediction: String, _ references: [String]) -> Double {
    let words = AnswerWords.words(of: prediction)
    return references.contains { AnswerWords.words(of: $0) == words } ? 1 : 0
  }
}
