// What a step did to some rows.

public struct RecipeOutcome: Equatable, Sendable {
  public var rows: [TrainingRow]
  /// In the order of the rows that came in.
  public var dropped: [Dropped]
  /// Rows that are no longer what they were, in their order.
  public var changed: [Changed]
  /// How many rows did not come in, but go out.
  public var added: Int
  /// What a reader should know besides, as that a step had nothing to do; nil as a rule.
  public var note: String?

  public struct Dropped: Equatable, Sendable {
    public var row: TrainingRow
    /// Short and the same for the same cause, since it is counted: "too short".
    public var reason: String
    /// Of this row: "3 characters".
    public var detail: String

    public init(_ row: TrainingRow, _ reason: String, detail: String = "") {
      self.row = row
      self.reason = reason
      self.detail = detail
    }
  }

  public struct Changed: Equatable, Sendable {
    public var before: TrainingRow
    public var after: TrainingRow
    /// What was done, each short and the same for the same thing, since they are counted: "mail address masked".
    public var reasons: [String]

    public init(before: TrainingRow, after: TrainingRow, reasons: [String]) {
      self.before = before
      self.after = after
      self.reasons = reasons
    }
  }

  public init(
    rows: [TrainingRow], dropped: [Dropped] = [], changed: [Changed] = [], added: Int = 0, note: String? = nil
  ) {
    self.rows = rows
    self.dropped = dropped
    self.changed = changed
    self.added = added
    self.note = note
  }
}

extension RecipeOutcome {
  /// What becomes of one row.
  public enum Fate {
    case kept
    case dropped(String, detail: String = "")
    case changed(TrainingRow, [String])
  }

  /// Decides row by row.
  public init(_ rows: [TrainingRow], deciding fate: (TrainingRow) -> Fate) {
    self.init(rows: [])
    self.rows.reserveCapacity(rows.count)
    for row in rows {
      switch fate(row) {
      case .kept: self.rows.append(row)
      case .dropped(let reason, let detail): dropped.append(Dropped(row, reason, detail: detail))
      case .changed(let after, let reasons):
        self.rows.append(after)
        changed.append(Changed(before: row, after: after, reasons: reasons))
      }
    }
  }
}
