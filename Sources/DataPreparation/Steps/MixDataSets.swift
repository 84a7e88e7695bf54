// Further data sets beside the rows that are there.
internal import Corpora
public import YAMLTrees

/// Adds the rows of other data sets, all or a drawn part of each, at the end or in between.
public struct MixDataSets: RecipeStep {
  public static let name = "mix"
  public static let summary = "adds the rows of other data sets"

  public enum Order: String, CaseIterable, Sendable { case behind, shuffled }

  /// JSON lines or CSV.
  public var dataSets: [String] = []
  /// How many rows of each are drawn; 0 for all.
  public var rowsOfEach = 0
  public var order = Order.behind

  public init() {}

  public static var settings: [Setting<MixDataSets>] {
    [
      .texts("files", \.dataSets, "data sets, as JSON lines or CSV"),
      .whole("rows-of-each", \.rowsOfEach, in: 0...10_000_000, "how many rows of each are drawn; 0 for all"),
      .choice("order", \.order, "added rows behind the others or all shuffled"),
    ]
  }

  public func contradictions() -> [(key: String, message: String)] {
    dataSets.isEmpty ? [("files", "files names no data set to add, as in files: [more.jsonl]")] : []
  }

  public var files: [(key: String, path: String)] { dataSets.map { ("files", $0) } }

  public func apply(_ rows: [TrainingRow], seed: Int) throws(RecipeError) -> RecipeOutcome {
    var random = CorpusRandom(seed: seed)
    var added: [TrainingRow] = []
    for file in dataSets {
      let all = try DataSet.rows(of: file, for: Self.name)
      let isPart = rowsOfEach > 0 && rowsOfEach < all.count
      let chosen =
        isPart ? all.indices.map { $0 }.inRandomOrder(using: &random).prefix(rowsOfEach).sorted() : Array(all.indices)
      added += chosen.map { all[$0] }
    }
    let mixed = order == .shuffled ? (rows + added).inRandomOrder(using: &random) : rows + added
    return RecipeOutcome(rows: mixed, added: added.count)
  }
}

/// A data set that a step names.
enum DataSet {
  static func rows(of file: String, for step: String) throws(RecipeError) -> [TrainingRow] {
    do { return try RowFile.read(file).rows } catch { throw .unreadable(step: step, reason: "\(error)") }
  }
}
