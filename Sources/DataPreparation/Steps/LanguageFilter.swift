// Rows in another language than the others.
public import YAMLTrees

/// Keeps rows in some languages; without any named, in the language that most rows are in. Short texts, and those that
/// could as well be in a wanted language, pass.
public struct LanguageFilter: RecipeStep {
  public static let name = "language"
  public static let summary = "drops rows in another language, by runs of three letters"

  /// As `LanguageIdentifier.languages` call them; empty: the language of most rows.
  public var keep: [String] = []
  /// Texts of fewer letters pass.
  public var fewestLetters = 20
  /// How sure it must be that the language is another, 0.5 to 1.
  public var confidence = 0.99

  public init() {}

  public static var settings: [Setting<LanguageFilter>] {
    [
      .texts(
        "keep", \.keep,
        "the languages to keep; none: that of most rows (\(LanguageIdentifier.languages.joined(separator: ", ")))",
        expectation: "a list, as in [english, german]"),
      .whole("fewest-letters", \.fewestLetters, in: 1...10_000, "shorter texts pass"),
      .number("confidence", \.confidence, in: 0.5...1, "how sure it must be that a text is in another language"),
    ]
  }

  public func contradictions() -> [(key: String, message: String)] {
    keep.filter { !LanguageIdentifier.languages.contains($0) }.map { name in
      ("keep", SettingsReader.unknown("language", name, known: LanguageIdentifier.languages))
    }
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    let identifier = LanguageIdentifier()
    // By letters, so that names and marks count little; nil where they are too few.
    let guesses = rows.map { row in identifier.probabilities(of: row.wholeText, fewestLetters: fewestLetters) }
    var wanted = Set(keep.compactMap { LanguageIdentifier.languages.firstIndex(of: $0) })
    if wanted.isEmpty {
      var counts = [Int](repeating: 0, count: LanguageIdentifier.languages.count)
      for guess in guesses.compactMap({ $0 }) { counts[guess.best] += 1 }
      wanted = [counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0]
    }
    var outcome = RecipeOutcome(rows: [])
    for (row, guess) in zip(rows, guesses) {
      let share = guess.map { guess in wanted.reduce(0) { $0 + guess.values[$1] } } ?? 1
      guard let guess, 1 - share >= confidence, !wanted.contains(guess.best) else {
        outcome.rows.append(row)
        continue
      }
      let name = LanguageIdentifier.languages[guess.best]
      outcome.dropped.append(.init(row, "another language", detail: name))
    }
    if keep.isEmpty, !rows.isEmpty, let most = wanted.first {
      outcome.note = "most rows are in \(LanguageIdentifier.languages[most])"
    }
    return outcome
  }
}
