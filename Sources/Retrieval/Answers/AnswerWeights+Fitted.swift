// The weights that come with the library. `lectern documents evaluate HarbourLines/questions.jsonl --fit` has fitted them
// on the development half of the question set, once on a collection with the course's vectors and once without vectors.

extension AnswerWeights {
  public static func fitted(withVectors: Bool) -> AnswerWeights { withVectors ? fittedWithVectors : fittedToWords }

  /// For collections without vectors.
  public static let fittedToWords = AnswerWeights(
    sentence: [
      .wordsOrSynonyms: 3.82, .holdsKind: 2.47, .wordPlace: 2.15, .words: 1.86, .rarest: 1.47, .density: 1.45,
      .headings: 1.41, .counted: 1.18, .fragment: -1.11, .names: 1.11, .nearness: 1.06, .chunk: -1.05,
      .pairs: 1.05, .neighbours: 1.03, .wordScore: 1, .lacksKind: -0.65, .length: 0.13, .similarity: 0,
      .vectorPlace: 0,
    ],
    decision: [
      .coveredBySentence: 2.18, .lacksExactKind: -1.71, .covered: 1.6, .missingNames: -1.24, .margin: 1.15,
      .lacksKind: -0.78, .unknown: -0.67, .score: 0.62, .similarity: 0,
    ],
    bias: -3.87, threshold: 0.255)

  /// For collections with vectors of the course's encoder, or a better one.
  public static let fittedWithVectors = AnswerWeights(
    sentence: [
      .wordsOrSynonyms: 3.39, .holdsKind: 2.34, .similarity: 2.14, .words: 1.95, .wordPlace: 1.56,
      .density: 1.45, .headings: 1.38, .rarest: 1.35, .vectorPlace: 1.22, .fragment: -1.21, .nearness: 1.07,
      .names: 0.99, .pairs: 0.97, .neighbours: 0.93, .chunk: -0.86, .lacksKind: -0.73, .wordScore: 0.71,
      .counted: 0.55, .length: 0.04,
    ],
    decision: [
      .covered: 1.79, .lacksExactKind: -1.78, .coveredBySentence: 1.63, .missingNames: -1.44, .similarity: 1.33,
      .lacksKind: -0.88, .margin: 0.85, .score: 0.75, .unknown: -0.65,
    ],
    bias: -3.98, threshold: 0.338)
}
