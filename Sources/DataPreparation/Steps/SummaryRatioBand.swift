// Summaries that are hardly shorter than their texts, or say next to nothing of them.
public import YAMLTrees

/// Keeps summaries by their compression: characters of the summary over characters of its text. Other rows pass.
public struct SummaryRatioBand: RecipeStep {
  public static let name = "summary-ratio"
  public static let summary = "drops summaries that are too long or too short for their texts"

  /// The lowest and highest ratio, 0 to 1.
  public var lowest = 0.02
  public var highest = 0.5

  public init() {}

  public static var settings: [Setting<SummaryRatioBand>] {
    [
      .number("lowest", \.lowest, in: 0...1, "lowest share of the text's length that a summary may have"),
      .number("highest", \.highest, in: 0...1, "highest share"),
    ]
  }

  public func contradictions() -> [(key: String, message: String)] {
    guard lowest > highest else { return [] }
    return [("lowest", "lowest (\(YAMLText.number(lowest))) is above highest (\(YAMLText.number(highest)))")]
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    RecipeOutcome(rows) { row in
      guard row.kind == .summary else { return .kept }
      let length = (row.input ?? row.instruction).unicodeScalars.count
      guard length > 0 else { return .dropped("no text to summarise") }
      let ratio = Double(row.answer.unicodeScalars.count) / Double(length)
      let detail = "\(Int((ratio * 100).rounded())) % of its text"
      if ratio < lowest { return .dropped("compressed too much", detail: detail) }
      if ratio > highest { return .dropped("compressed too little", detail: detail) }
      return .kept
    }
  }
}
