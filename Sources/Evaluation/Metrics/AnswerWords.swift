// A short answer as SQuAD compares it.

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
