// Texts that hurt, by a small classifier.
public import YAMLTrees

/// Drops rows in which one sentence is more likely than a threshold to insult or threaten somebody. The classifier is
/// trained when it is needed, in milliseconds, on sentences of ours; see ``ToxicityClassifier``.
public struct ToxicityFilter: RecipeStep {
  public static let name = "toxicity"
  public static let summary = "drops rows that insult or threaten, by a small trained classifier"

  /// The probability, 0 to 1, from which on a row is dropped.
  public var threshold = 0.9

  public init() {}

  public static var settings: [Setting<ToxicityFilter>] {
    [.number("threshold", \.threshold, in: 0...1, "probability from which on a sentence counts as hurtful")]
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    let classifier = ToxicityClassifier()
    return RecipeOutcome(rows) { row in
      guard let worst = classifier.worstSentence(of: row.texts), worst.score >= threshold else { return .kept }
      let score = Int((worst.score * 100).rounded(.down))
      return .dropped("hurtful", detail: "\(score) %: \(worst.sentence)")
    }
  }
}
