// The weights that come with the library. `lectern documents evaluate HarbourLines/questions.jsonl --fit` has fitted them
// on the development half of the question set: without vectors, with those of the course's encoder, and with MiniLM's.

extension AnswerWeights {
  /// - Parameter embedder: whose vectors the collection holds; nil for none. A model that nothing was fitted with is taken
  ///   for one as good as MiniLM.
  public static func fitted(for embedder: (any TextEmbedder)?) -> AnswerWeights {
    guard let embedder else { return fittedToWords }
    // One that counts less than the words is as weak as the course's own.
    return embedder.rankingWeight < 1 ? fittedWithCourseVectors : fittedWithMiniLM
  }

  /// For collections without vectors.
  public static let fittedToWords = AnswerWeights(
    sentence: [
      .wordsOrSynonyms: 3.03, .wordPlace: 2.13, .holdsKindInContext: 2.11, .words: 1.97, .rarest: 1.45, .holdsKind: 1.4,
      .density: 1.39, .nearness: 1.26, .fragment: -0.96, .names: 0.93, .before: 0.76, .headings: 0.73,
      .pointsBack: 0.63,
    ],
    decision: [
      .covered: 2.72, .margin: 1.42, .lacksExactKind: -1.22, .missingNames: -1.16, .unknown: -0.51, .lacksKind: -0.19,
    ],
    bias: -3.19, threshold: 0.267)

  /// With vectors of the course's encoder.
  public static let fittedWithCourseVectors = AnswerWeights(
    sentence: [
      .wordsOrSynonyms: 2.43, .holdsKindInContext: 1.96, .similarityStanding: 1.86, .wordPlace: 1.46, .holdsKind: 1.43,
      .words: 1.43, .rarest: 1.41, .similarityInContext: 1.13, .fragment: -1.08, .nearness: 1.04, .similarity: 1.03,
      .pointsBack: 0.82, .density: 0.81, .names: 0.76, .before: 0.74, .headings: 0.73, .vectorPlace: 0.7,
    ],
    decision: [
      .covered: 2.47, .margin: 1.96, .similarity: 1.73, .missingNames: -1.24, .lacksExactKind: -1.12, .lacksKind: -0.77,
      .unknown: -0.4,
    ],
    bias: -3.89, threshold: 0.29)

  /// With vectors of all-MiniLM-L6-v2.
  public static let fittedWithMiniLM = AnswerWeights(
    sentence: [
      .similarityStanding: 2.42, .wordsOrSynonyms: 2.21, .similarity: 1.74, .holdsKindInContext: 1.7,
      .similarityInContext: 1.67, .words: 1.28, .holdsKind: 1.15, .vectorPlace: 1.15, .wordPlace: 1.09, .density: 0.81,
      .pointsBack: 0.74, .rarest: 0.74, .before: 0.72, .fragment: -0.71, .nearness: 0.68, .names: 0.39, .headings: 0.36,
    ],
    decision: [
      .margin: 3.03, .covered: 2.76, .lacksExactKind: -1.28, .similarity: 1.14, .unknown: -0.99, .lacksKind: -0.86,
      .missingNames: -0.53,
    ],
    bias: -4.72, threshold: 0.358)
}
