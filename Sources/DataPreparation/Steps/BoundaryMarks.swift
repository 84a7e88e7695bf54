// Marks that tell a model where a text begins and where it ends.
public import YAMLTrees

/// Puts marks round answers, as models are trained to begin and stop at them; a mark that is there is not put twice.
public struct BoundaryMarks: RecipeStep {
  public static let name = "boundary-marks"
  public static let summary = "puts marks where answers begin and end, for training to stop at"

  /// What stands before an answer; empty for nothing.
  public var start = ""
  /// What stands behind it; empty for nothing.
  public var end = "<|endoftext|>"

  public init() {}

  public static var settings: [Setting<BoundaryMarks>] {
    [
      .text("start", \.start, "before each answer; \"\" for nothing"),
      .text("end", \.end, "behind each answer; \"\" for nothing"),
    ]
  }

  public func contradictions() -> [(key: String, message: String)] {
    start.isEmpty && end.isEmpty ? [("end", "start and end are both empty, so nothing is marked")] : []
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    RecipeOutcome(rows) { row in
      var after = row
      after.answer = marked(row.answer)
      if var turns = row.turns, let last = turns.popLast() {
        turns.append(TrainingRow.Turn(last.role, marked(last.text)))
        after.turns = turns
      }
      return after == row ? .kept : .changed(after, ["marked"])
    }
  }

  private func marked(_ text: String) -> String {
    (text.hasPrefix(start) ? "" : start) + text + (text.hasSuffix(end) ? "" : end)
  }
}
