// Rows that stand in the test.
public import YAMLTrees

/// Drops rows that a test holds too: a model that has learnt the test's answers by heart passes it and knows nothing.
///
/// A row leaks if enough of its runs of words stand in the test files, whatever their case and marks (Brown et al. 2020
/// looked for runs of 13 words; rows here are shorter).
public struct TestLeak: RecipeStep {
  public static let name = "test-leak"
  public static let summary = "drops rows that stand in a test set, or share much of their words with it"

  /// Test sets, as JSON lines or CSV.
  public var testFiles: [String] = []
  /// Rows given from within a program, beside the files.
  public var testRows: [TrainingRow] = []
  /// How many words a run has. A row of fewer words is one run.
  public var words = 8
  /// Which share of a row's runs must stand in the test.
  public var share = 0.5

  public init() {}

  public static var settings: [Setting<TestLeak>] {
    [
      .texts("files", \.testFiles, "test sets; none: nothing is done"),
      .whole("words", \.words, in: 2...50, "how many words in a row are compared"),
      .number("share", \.share, in: 0.01...1, "share of a row's runs of words that must be in the test"),
    ]
  }

  public var files: [(key: String, path: String)] { testFiles.map { ("files", $0) } }

  public func apply(_ rows: [TrainingRow], seed: Int) throws(RecipeError) -> RecipeOutcome {
    var test = testRows
    for file in testFiles { test += try DataSet.rows(of: file, for: Self.name) }
    guard !test.isEmpty else { return RecipeOutcome(rows: rows, note: "no test set is named, so nothing was compared") }
    let runs = Set(test.flatMap { WordHashes.runs(of: WordHashes.of($0.wholeText), length: words) })
    return RecipeOutcome(rows) { row in
      let own = WordHashes.runs(of: WordHashes.of(row.wholeText), length: words)
      guard !own.isEmpty else { return .kept }
      let found = own.count { runs.contains($0) }
      guard Double(found) >= share * Double(own.count), found > 0 else { return .kept }
      return .dropped("in the test", detail: "\(found) of \(own.count) runs of words")
    }
  }
}
