// Whether answers are in the language that was asked for.
public import DataPreparation

/// The language of each answer, and the share that is in the one that is wanted.
public struct AnswerLanguage: Equatable, Sendable {
  /// Of each answer; nil where it is too short to tell, or in no language that is known.
  public let languages: [String?]
  /// The share of the wanted language among those that could be told.
  public let share: Estimate

  /// - Parameter wanted: one of `LanguageIdentifier.languages`.
  public init(of answers: [String], wanted: String, identifier: LanguageIdentifier = LanguageIdentifier()) {
    languages = answers.map { identifier.probabilities(of: $0)?.language }
    let told = languages.compactMap { $0 }
    share = Estimate(share: told.count { $0 == wanted }, of: told.count)
  }
}
