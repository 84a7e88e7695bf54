// Rows whose answer has little to do with their question.
public import YAMLTrees

/// Drops rows by their relevance score; rows without one pass.
public struct RelevanceThreshold: RecipeStep {
  public static let name = "relevance"
  public static let summary = "drops rows whose answer fits their question badly, by their score"

  /// The lowest score that is kept, 0 to 1.
  public var threshold = 0.5

  public init() {}

  public static var settings: [Setting<RelevanceThreshold>] {
    [.number("threshold", \.threshold, in: 0...1, "lowest score that is kept, 0 to 1")]
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    var outcome = RecipeOutcome(rows) { row in
      guard let score = row.score, score < threshold else { return .kept }
      return .dropped("score below \(YAMLText.number(threshold))", detail: "score \((score * 100).rounded() / 100)")
    }
    let unscored = rows.count { $0.score == nil }
    if unscored > 0 {
      outcome.note = unscored == 1 ? "1 row has no score and passes" : "\(unscored) rows have no score and pass"
    }
    return outcome
  }
}
