// A made-up answer to search with: it looks like the sentence that is sought, which a question does not.
import DocumentReading

/// Gao et al., "Precise zero-shot dense retrieval without relevance labels" (2022), with a template by what is asked for
/// in place of a language model. What it claims is never shown as an answer: only its vector is used.
public enum HypotheticalAnswer {
  /// "How much does a bicycle ticket cost?" becomes "a bicycle ticket cost ten crowns."
  public static func of(_ question: String) -> String {
    let text = ScalarText(question)
    var words = SentenceWord.words(in: text)[...]
    while let word = words.first, asking.contains(word.lowercased) { words = words.dropFirst() }
    guard let first = words.first, let last = words.last else { return question }
    let rest = text[first.range.lowerBound..<last.range.upperBound].withFoldedSpaces
    return "\(rest) \(filling[AnswerKind(asking: question)] ?? "")".withFoldedSpaces + "."
  }

  private static let asking: Set<String> = [
    "who", "whom", "what", "which", "when", "where", "why", "how", "much", "many", "long", "is", "are", "was", "were",
    "do", "does", "did", "can", "could", "may", "must", "will", "would", "should", "has", "have", "at", "in", "on",
    "by", "until", "time", "from",
  ]

  private static let filling: [AnswerKind: String] = [
    .person: "is Captain Anna Berg", .moment: "at nine in the morning on Monday, 3 May", .year: "in the year 1998",
    .duration: "two hours", .money: "ten crowns", .number: "twenty", .place: "beside the hall at the harbour",
    .reason: "because it is needed", .telephone: "by telephone at 555 0134", .mail: "by e-mail",
  ]
}
