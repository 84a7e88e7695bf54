// Rows by what stands in a column.
public import YAMLTrees

/// Keeps rows by one column: `instruction`, `input`, `answer`, `kind`, `score`, `file`, `page`, or one of the data set.
public struct FilterColumn: RecipeStep {
  public static let name = "filter-column"
  public static let summary = "keeps rows by what stands in one of their columns"

  public var column = "kind"
  /// Only rows with one of these values are kept; empty: any.
  public var keep: [String] = []
  /// Rows with one of these values are dropped.
  public var drop: [String] = []
  /// Only rows whose column contains this are kept, whatever the case; empty: any.
  public var contains = ""
  /// What becomes of rows without the column.
  public var keepsMissing = false

  public init() {}

  public static var settings: [Setting<FilterColumn>] {
    [
      .text("column", \.column, "its name: kind, score, file, page, or one of the data set's"),
      .texts("keep", \.keep, "values to keep; empty: all"),
      .texts("drop", \.drop, "values to drop"),
      .text("contains", \.contains, "keep only what contains this text; empty: all"),
      .flag("keep-missing", \.keepsMissing, "whether rows without such a column are kept"),
    ]
  }

  public func contradictions() -> [(key: String, message: String)] {
    let both = keep.filter(drop.contains)
    if let value = both.first { return [("drop", "keep and drop both name \(value)")] }
    if column.isEmpty { return [("column", "column is empty; name one, such as kind")] }
    return []
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    let part = contains.lowercased()
    return RecipeOutcome(rows) { row in
      guard let value = row.column(column) else {
        return keepsMissing ? .kept : .dropped("no column \(column)")
      }
      if !keep.isEmpty, !keep.contains(value) { return .dropped("\(column) is another", detail: value) }
      if drop.contains(value) { return .dropped("\(column) is to be dropped", detail: value) }
      if !part.isEmpty, !value.lowercased().contains(part) {
        return .dropped("\(column) lacks the text", detail: value)
      }
      return .kept
    }
  }
}
