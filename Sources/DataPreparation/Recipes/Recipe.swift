// A recipe: the steps that rows go through, in their order, and how what is left is divided.
internal import YAMLTrees

/// An ordered list of steps. Recipes are YAML files; see `Recipe+YAML.swift`.
///
/// ```swift
/// let run = try Recipe.standard.run(on: rows)
/// print(run.report())
/// ```
public struct Recipe: Sendable {
  public var steps: [any RecipeStep]
  /// Everything random follows from it.
  public var seed = 1
  /// The shares of rows that are held out, by document.
  public var validation = 0.1, test = 0.1

  public init(_ steps: [any RecipeStep]) { self.steps = steps }

  /// What most rows need: clean, harmless, in one language, of a sensible length, each once.
  public static var standard: Recipe {
    Recipe([
      CleanText(), SensitiveDataFilter(), ProfanityFilter(), ToxicityFilter(), LengthBand(), QuestionFilter(),
      LanguageFilter(), NearDuplicates(), TestLeak(), RelevanceThreshold(),
    ])
  }

  /// Every step there is, in the order of a usual recipe.
  public static let knownSteps: [any RecipeStep.Type] = [
    MixDataSets.self, FilterColumn.self, CleanText.self, SensitiveDataFilter.self, ProfanityFilter.self,
    ToxicityFilter.self, LengthBand.self, ReadingGradeBand.self, QuestionFilter.self, SummaryRatioBand.self,
    LanguageFilter.self, NearDuplicates.self, TestLeak.self, RelevanceThreshold.self, TruncateByScore.self,
    SafetyMix.self, BoundaryMarks.self, PadTexts.self,
  ]

  /// The keys beside `steps`.
  static var settings: [Setting<Recipe>] {
    [
      .whole("seed", \.seed, in: 0...1_000_000_000, "everything random follows from it"),
      .number("validation", \.validation, in: 0...0.5, "share of rows held out to watch training, by document"),
      .number("test", \.test, in: 0...0.5, "share of rows held out to judge the model, by document"),
    ]
  }

  /// A recipe without the step at a place.
  public func without(_ index: Int) -> Recipe {
    var recipe = self
    recipe.steps.remove(at: index)
    return recipe
  }
}

extension Recipe: Equatable {
  /// Whether both say the same.
  public static func == (one: Recipe, other: Recipe) -> Bool { one.yaml() == other.yaml() }
}
