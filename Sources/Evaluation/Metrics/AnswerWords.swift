// An answer as SQuAD compares it: without case, punctuation and articles.

/// The usual normaliser of short answers (Rajpurkar et al. 2016).
public enum AnswerWords {
  /// Lower case, no punctuation of ASCII, no "a", "an", "the", one space between words: "The Gull!" is "gull".
  public static func normalized(_ text: String) -> String { words(of: text).map { String($0) }.joined(separator: " ") }

  private static let articles = ["a", "an", "the"].map(\.scalars)

  /// What is left of a text: its words.
  static func words(of text: String) -> [Scalars] {
    var kept: Scalars = []
    var word: Scalars = []
    // An article is a run of letters and digits, whatever stands beside it.
    func endWord() {
      if articles.contains(word) { kept.append(" ") } else { kept += word }
      word = []
    }
    for scalar in text.scalars.lowercased where !scalar.isPunctuation {
      if scalar.isAlphanumeric {
        word.append(scalar)
      } else {
        endWord()
        kept.append(scalar)
      }
    }
    endWord()
    return kept.words
  }
}

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
