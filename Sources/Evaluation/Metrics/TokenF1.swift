// How many words an answer and the right one have in common.

/// How much of the words of answer and reference are the same: the harmonic mean of precision and recall. Two answers
/// without words are the same, as in SQuAD 2.0, where a question may have none.
public struct TokenF1: TextMetric {
  public let name = "f1"
  public let explanation = "0 to 1, higher is better: words in common, normalised as exact (Rajpurkar 2016)"

  public init() {}

  public func score(_ prediction: String, _ references: [String]) -> Double {
    let words = AnswerWords.words(of: prediction)
    return references.map { Self.score(words, AnswerWords.words(of: $0)) }.max() ?? 0
  }

  private static func score(_ prediction: [Scalars], _ reference: [Scalars]) -> Double {
    if prediction.isEmpty || reference.isEmpty { return prediction == reference ? 1 : 0 }
    let same = Double(NGrams.overlap(prediction, reference))
    guard same > 0 else { return 0 }
    let (precision, recall) = (same / Double(prediction.count), same / Double(reference.count))
    return 2 * precision * recall / (precision + recall)
  }
}
