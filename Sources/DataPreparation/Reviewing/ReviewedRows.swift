// What a review makes of rows.

/// Rows after a review: those that were dropped are gone, those that were edited say what they are to say.
public struct ReviewedRows: Equatable, Sendable {
  /// What became of a row.
  public enum Fate: Equatable, Sendable {
    case undecided
    case kept
    case dropped
    case edited(TrainingRow)
    /// Reviewers want different things.
    case disputed([ReviewDecision])
  }

  /// In the order of the rows that came in. Rows that nobody looked at are among them; disputed ones are not.
  public private(set) var rows: [TrainingRow] = []
  public private(set) var kept = 0
  public private(set) var dropped = 0
  public private(set) var edited = 0
  public private(set) var undecided = 0
  /// Rows about which reviewers disagree, as they were.
  public private(set) var disputed: [TrainingRow] = []
  /// Rows that two reviewers or more decided about.
  public private(set) var decidedTwice = 0

  /// - Parameter onlyReviewed: leaves out rows that nobody looked at.
  public init(_ rows: [TrainingRow], log: ReviewLog, onlyReviewed: Bool = false) {
    for row in rows {
      if log.latest(row.reviewKey).count > 1 { decidedTwice += 1 }
      switch log.fate(of: row) {
      case .undecided:
        undecided += 1
        if !onlyReviewed { self.rows.append(row) }
      case .kept:
        kept += 1
        self.rows.append(row)
      case .dropped: dropped += 1
      case .edited(let edited):
        self.edited += 1
        self.rows.append(edited)
      case .disputed: disputed.append(row)
      }
    }
  }

  /// The share of the rows decided about twice on which all agreed; nil if there are none.
  public var agreement: Double? {
    decidedTwice == 0 ? nil : Double(decidedTwice - disputed.count) / Double(decidedTwice)
  }
}

extension ReviewLog {
  /// What reviewers together make of a row.
  public func fate(of row: TrainingRow) -> ReviewedRows.Fate {
    let decisions = latest(row.reviewKey)
    guard let first = decisions.first else { return .undecided }
    guard decisions.allSatisfy({ $0.agrees(with: first) }) else { return .disputed(decisions) }
    switch first.verdict {
    case .keep: return .kept
    case .drop: return .dropped
    case .edit: return .edited(row.edited(first))
    }
  }
}

extension TrainingRow {
  /// The row as a reviewer wants it. The score was the old text's, so it has none.
  func edited(_ decision: ReviewDecision) -> TrainingRow {
    var row = self
    row.instruction = decision.instruction ?? instruction
    row.answer = decision.answer ?? answer
    if let last = row.turns?.indices.last { row.turns?[last].text = row.answer }
    if let asked = row.turns?.lastIndex(where: { $0.role == .user }) { row.turns?[asked].text = row.instruction }
    row.score = nil
    return row
  }
}
