// The weights that come with the library. `lectern documents evaluate HarbourLines/questions.jsonl --fit` has fitted them
// on the development half of the question set: without vectors, with those of the course's encoder, with MiniLM's, and with
// the reader that the course has made of MiniLM.

extension AnswerWeights {
  /// - Parameter embedder: whose vectors the collection holds; nil for none. A model that nothing was fitted with is taken
  ///   for one as good as MiniLM.
  public static func fitted(
    for embedder: (any TextEmbedder)?, reader: (any SentenceReader)? = nil
  ) -> AnswerWeights {
    guard let embedder else { return fittedToWords }
    if reader != nil { return fittedWithReader }
    // One that counts less than the words is as weak as the course's own.
    return embedder.rankingWeight < 1 ? fittedWithCourseVectors : fittedWithMiniLM
  }

  /// For collections without vectors.
  public static let fittedToWords = AnswerWeights(
    sentence: [
      .wordsOrSynonyms: 2.82, .holdsKindInContext: 2.21, .wordPlace: 2.19, .words: 1.85, .rarest: 1.64,
      .density: 1.45, .holdsKind: 1.34, .names: 1.23, .nearness: 1.13, .headings: 1.1, .before: 0.69,
      .pointsBack: 0.64, .fragment: -0.48,
    ],
    decision: [
      .covered: 3.11, .margin: 1.55, .length: 1.44, .lacksExactKind: -1.11, .missingNames: -1.11, .lacksKind: -0.34,
    ],
    bias: -4.57, threshold: 0.357)

  /// With vectors of the course's encoder.
  public static let fittedWithCourseVectors = AnswerWeights(
    sentence: [
      .wordsOrSynonyms: 2.26, .holdsKindInContext: 2.05, .similarityStanding: 1.77, .wordPlace: 1.61, .rarest: 1.5,
      .holdsKind: 1.38, .words: 1.34, .similarityInContext: 1.06, .names: 1.05, .density: 0.99, .headings: 0.99,
      .similarity: 0.96, .nearness: 0.87, .pointsBack: 0.8, .before: 0.72, .vectorPlace: 0.63, .fragment: -0.53,
    ],
    decision: [
      .covered: 2.85, .similarityStanding: 1.89, .margin: 1.83, .lacksKind: -1.36, .length: 1.12,
      .missingNames: -1.07, .lacksExactKind: -0.86, .similarity: 0.77,
    ],
    bias: -5.51, threshold: 0.374)

  /// With vectors of all-MiniLM-L6-v2.
  public static let fittedWithMiniLM = AnswerWeights(
    sentence: [
      .similarityStanding: 2.4, .wordsOrSynonyms: 2.04, .holdsKindInContext: 1.86, .similarityInContext: 1.68,
      .similarity: 1.53, .vectorPlace: 1.36, .words: 1.21, .holdsKind: 1.08, .wordPlace: 1.06, .density: 0.96,
      .rarest: 0.92, .pointsBack: 0.71, .before: 0.69, .names: 0.69, .nearness: 0.57, .headings: 0.51,
      .fragment: -0.33,
    ],
    decision: [
      .covered: 3.12, .similarityStanding: 2.06, .margin: 1.88, .lacksExactKind: -1.18, .lacksKind: -1.16,
      .length: 1.04, .similarity: 0.51, .missingNames: -0.25,
    ],
    bias: -5.75, threshold: 0.334)

  /// With vectors of all-MiniLM-L6-v2, and the reader made of it.
  public static let fittedWithReader = AnswerWeights(
    sentence: [
      .similarityStanding: 1.71, .wordsOrSynonyms: 1.54, .holdsKindInContext: 1.5, .reading: 1.17, .words: 0.99,
      .similarityInContext: 0.95, .vectorPlace: 0.92, .similarity: 0.81, .wordPlace: 0.79, .holdsKind: 0.7,
      .density: 0.65, .pointsBack: 0.63, .rarest: 0.62, .names: 0.53, .nearness: 0.49, .before: 0.35,
      .headings: 0.29, .fragment: -0.19,
    ],
    decision: [.covered: 3.38, .lacksExactKind: -0.9, .reading: 0.62, .missingNames: -0.26], bias: -2.75,
    threshold: 0.17)
}
