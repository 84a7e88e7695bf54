// One step of a recipe: rows in, rows out, and what became of the others.

/// A step that changes or drops rows, the same way each time: randomness comes from `seed` alone.
public protocol RecipeStep: Sendable {
  /// As it is called in a recipe, such as `near-duplicates`.
  static var name: String { get }

  func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome
}

/// What a step did.
public struct RecipeOutcome: Equatable, Sendable {
  public var rows: [TrainingRow]
  /// In the order of the rows that came in.
  public var dropped: [Dropped]

  public struct Dropped: Equatable, Sendable {
    public var row: TrainingRow
    /// Short and the same for the same cause, since it is counted: "too short".
    public var reason: String

    public init(_ row: TrainingRow, _ reason: String) {
      self.row = row
      self.reason = reason
    }
  }

  public init(rows: [TrainingRow], dropped: [Dropped]) {
    self.rows = rows
    self.dropped = dropped
  }
}
